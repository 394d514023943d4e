import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

/// A few days of a small site by the minute, and a plain recount of any window over them.
struct MinuteSite {
    var days: [MinuteDay]
    var table: PlaceTable
    let calendar: SiteCalendar
    var latestSecond = UInt32.max

    init(days: [MinuteDay], table: PlaceTable, calendar: SiteCalendar) {
        self.days = days
        self.table = table
        self.calendar = calendar
    }

    /// Around the days on which most clocks change; days may be missing, and articles change their section.
    init(_ random: inout SeededGenerator, calendar: SiteCalendar) throws {
        let last = try #require(
            CalendarDay(iso: ["2026-03-30", "2026-10-26", "2026-04-06"].randomElement(using: &random) ?? ""))
        var days: [MinuteDay] = []
        var table = PlaceTable()
        for back in (0...4).reversed() where back == 0 || Int.random(in: 0...3, using: &random) > 0 {
            let day = CalendarDay(number: last.number - Int32(back))
            let minutes = try #require(calendar.minutes(of: day))
            var articles: [ArticleCounts] = []
            var cells: [MinuteViews.Cell] = []
            for key in RandomDays.keys.sorted() where Bool.random(using: &random) {
                let read = Set((0...3).map { _ in Int.random(in: minutes, using: &random) }).sorted()
                let own = read.map { minute in
                    MinuteViews.Cell(
                        article: UInt32(articles.count), minute: UInt32(minute),
                        views: UInt32.random(in: 1...3, using: &random))
                }
                articles.append(
                    Days.article(
                        key, own.reduce(0) { $0 + Int($1.views) },
                        in: RandomDays.sections.randomElement(using: &random) ?? nil))
                cells += own
            }
            days.append(
                (NumberedDay(try Days.counts(day.description, articles), in: &table), MinuteViews(cells: cells)))
        }
        self.init(days: days, table: table, calendar: calendar)
    }

    /// As a run makes them: each day once, and by its minutes only where it has to be.
    func series(_ length: WindowLength, ends: [Int]) throws -> WindowSeries? {
        guard let first = ends.first, let last = ends.last else { return nil }
        let range = calendar.days(of: first - length.minutes..<last)
        var gathering = WindowArticles.Gathering()
        for day in days where range.contains(day.counts.day) { gathering.add(day.counts) }
        var series = WindowSeries(
            length, ends: ends, over: WindowArticles(gathering, in: table),
            clock: WindowClock(calendar: calendar, latestSecond: latestSecond))
        for day in days where range.contains(day.counts.day) {
            let minutes = try #require(calendar.minutes(of: day.counts.day))
            let isWhole =
                series.alwaysHolds(minutes) ? series.add(day.counts, in: minutes) : series.add(day.counts, day.views)
            #expect(isWhole)
        }
        return series
    }

    /// Adds up each minute of the window by itself.
    func recount(_ length: WindowLength, end: Int, top: Int, sectionTop: Int) -> [Told] {
        let range = calendar.days(of: end - length.minutes..<end)
        var views: [ByteString: Int] = [:]
        var shown: [ByteString: (path: ByteString, section: ByteString?)] = [:]
        for day in days where range.contains(day.counts.day) {
            for row in day.counts.rows {
                guard let place = table.place(row.place) else { continue }
                shown[place.key] = (place.path, place.section)
            }
            for cell in day.views.cells where Int(cell.minute) < end && Int(cell.minute) >= end - length.minutes {
                let row = day.counts.rows[Int(cell.article)]
                views[table.keys[Int(row.article)], default: 0] += Int(cell.views)
            }
        }
        func told(_ section: ByteString?, _ own: [ByteString: Int], _ count: Int) -> Told {
            let order = own.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            return Told(
                section: section, views: own.values.reduce(0, +),
                rows: order.prefix(count).map { key, views in
                    "\(1 + own.values.count { $0 > views }) \(key.text) \(shown[key]?.path.text ?? "") \(views)"
                })
        }
        let bySection = Dictionary(grouping: views.filter { shown[$0.key]?.section != nil }) { shown[$0.key]?.section }
            .map { told($0.key, Dictionary(uniqueKeysWithValues: $0.value.map { ($0.key, $0.value) }), sectionTop) }
        return [told(nil, views, top)]
            + bySection.sorted { ($1.views, $0.section ?? "") < ($0.views, $1.section ?? "") }
    }
}
