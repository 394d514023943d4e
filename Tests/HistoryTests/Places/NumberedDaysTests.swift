import ArticleRanking
import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Days as numbers")
struct NumberedDaysTests {
    @Test("Their names and sections are those that the day itself tells", arguments: 1...60 as ClosedRange<UInt64>)
    func names(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let place = try Place()
        let history = try place.write()
        // Looks at the history as it was at first, whatever comes later.
        var early: NumberedDays?
        for night in 0..<4 as Range<Int32> {
            let day = CalendarDay(number: Sample.monday.number + night)
            var change = try Sample.change(
                history, at: Sample.night(after: day), totals: try [day.previous, day].map { try totals($0, &random) })
            if Bool.random(using: &random) {
                change.headlines = HeadlineSighting(day: day, headlines: Headlines(headlines(&random)))
            }
            try history.commit(change)
            if early == nil { early = try place.read().numberedDays() }
        }
        if Bool.random(using: &random) { _ = try history.purge(before: Sample.tuesday) }
        let days = try history.days().map(\.day)
        var late = try history.numberedDays()
        for day in days {
            let plain = try #require(try history.totals(of: day)).articles
            #expect(try read(day, &late) == plain.map { Named($0) }, "seed \(seed)")
            let named = try history.headlines(on: day, of: plain.map(\.key))
            let sections = try #require(try late.rows(of: day)).map { row in
                row.section == PlaceTable.noSection ? nil : late.table.sections[Int(row.section)]
            }
            #expect(sections == plain.map { named[$0.key]?.section ?? $0.section }, "seed \(seed)")
            // Places that came after it was opened are known to it too.
            if try place.read().days().first?.day == days.first, var book = early {
                #expect(try read(day, &book) == plain.map { Named($0) }, "seed \(seed)")
                early = book
            }
        }
    }

    @Test("A day's slots are those of its minutes")
    func slots() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        try history.commit(
            Sample.change(history, at: Sample.night(after: Sample.monday), totals: [Sample.totals(Sample.monday)]))
        var numbers = try history.numberedDays()
        let (rows, views) = try #require(try numbers.minutes(of: Sample.monday))
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        let grid = TrendGrid(
            ends: TrendGrid.ends(of: Sample.monday, calendar), day: Sample.monday, from: Sample.monday,
            calendar: calendar)
        let slots = try numbers.slots(of: Sample.monday, in: grid)
        #expect(slots == SlottedDay(Sample.monday, rows, views, in: grid) && !views.cells.isEmpty)
        #expect(try numbers.slots(of: Sample.tuesday, in: grid) == nil)
    }

    @Test("A place has one number for all its days, and none that was another's before")
    func numbers() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        func commit(_ day: CalendarDay, _ keys: [ByteString]) throws {
            var totals = Sample.totals(day)
            totals.articles = keys.map {
                ArticleCounts(key: $0, path: $0, section: nil, views: 1, visitors: 1, rawClicks: 1)
            }
            totals.minuteViews = MinuteViews(cells: [])
            try history.commit(Sample.change(history, at: Sample.night(after: day), totals: [totals]))
        }
        func numbers() throws -> [Int] {
            try history.read { try Int.fetchAll($0, sql: "SELECT number FROM place ORDER BY number") }
        }
        try commit(Sample.monday, ["a", "b"])
        try commit(Sample.tuesday, ["b", "c"])
        #expect(try numbers() == [1, 2, 3])
        _ = try history.purge(before: Sample.tuesday)
        #expect(try numbers() == [2, 3])
        _ = try history.purge(before: Sample.wednesday)
        #expect(try numbers() == [])
        try commit(Sample.wednesday, ["c"])
        #expect(try numbers() == [4])
        #expect(try history.totals(of: Sample.wednesday)?.articles.map(\.key) == ["c"])
    }

    @Test("What a forgotten log alone had is no place any more")
    func forgotten() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        try history.commit(
            Sample.change(history, at: Sample.night(after: Sample.monday), totals: [Sample.totals(Sample.monday)]))
        var change = try Sample.change(history, at: Sample.night(after: Sample.monday))
        change.goneState = .forgotten
        change.totals = [DayRestatement(day: Sample.monday, totals: nil)]
        try history.commit(change)
        #expect(try history.rows()["place"] == nil)
    }

    @Test("After a commit that failed, places are given again")
    func failed() throws {
        let place = try Place()
        let history = try place.write()
        try history.queue.write {
            try $0.execute(sql: "CREATE TRIGGER no BEFORE INSERT ON day BEGIN SELECT RAISE(ABORT, 'no'); END")
        }
        let change = try Sample.change(
            history, at: Sample.night(after: Sample.monday), totals: [Sample.totals(Sample.monday)])
        #expect(failure { try history.commit(change) } != nil)
        try history.queue.write { try $0.execute(sql: "DROP TRIGGER no") }
        try history.commit(change)
        #expect(try place.read().totals(of: Sample.monday)?.articles.map(\.key) == ["a"])
    }

    @Test("A day by the minute has the rows of the day, and the views that were kept of it")
    func minutes() throws {
        let place = try Place()
        let history = try place.write()
        var totals = Sample.totals(Sample.monday)
        totals.articles = ["a", "b"].map {
            ArticleCounts(key: $0, path: $0, section: "x", views: 3, visitors: 1, rawClicks: 3)
        }
        let first = Sample.noon(Sample.monday) / 60
        totals.minuteViews = MinuteViews(cells: [
            .init(article: 0, minute: first, views: 1), .init(article: 0, minute: first + 9, views: 2),
            .init(article: 1, minute: first - 9, views: 3),
        ])
        try history.commit(Sample.change(history, at: Sample.night(after: Sample.monday), totals: [totals]))
        var days = try place.read().numberedDays()
        let day = try #require(try days.minutes(of: Sample.monday))
        #expect(try day.rows == days.rows(of: Sample.monday))
        #expect(day.views == totals.minuteViews)
        #expect(try days.minutes(of: Sample.tuesday) == nil)
    }

    /// A row by its names, without the section that a catalogue may have given it.
    private struct Named: Hashable {
        let key, path: ByteString
        let counts: [Int]

        init(_ article: ArticleCounts) {
            (key, path) = (article.key, article.path)
            counts = [article.views, article.visitors, article.rawClicks]
        }

        init(_ row: NumberedDay.Row, in table: PlaceTable) throws {
            let place = try #require(table.place(row.place))
            #expect(table.keys[Int(row.article)] == place.key)
            (key, path) = (place.key, place.path)
            counts = [Int(row.views), Int(row.visitors), Int(row.rawClicks)]
        }
    }

    private func read(_ day: CalendarDay, _ days: inout NumberedDays) throws -> [Named] {
        let rows = try #require(try days.rows(of: day))
        return try rows.map { try Named($0, in: days.table) }
    }

    private func totals(_ day: CalendarDay, _ random: inout SeededGenerator) throws -> DayTotals {
        var totals = Sample.totals(day)
        totals.articles = Set(random.row(of: Self.keys, upTo: 6)).sorted().map { key in
            let path = [key, "/x/1", "/y/2"].randomElement(using: &random) ?? key
            return ArticleCounts(
                key: key, path: path, section: [nil, "", "x", "y"].randomElement(using: &random) ?? nil,
                views: .random(in: 1...900, using: &random), visitors: .random(in: 0...9, using: &random),
                rawClicks: .random(in: 0...9, using: &random))
        }
        totals.minuteViews = MinuteViews(cells: [])
        return totals
    }

    private func headlines(_ random: inout SeededGenerator) -> [ByteString: Headline] {
        var headlines: [ByteString: Headline] = [:]
        for key in random.row(of: Self.keys + ["never read"], upTo: 5) {
            headlines[key] = Headline(
                title: "T", section: [nil, "x", "named"].randomElement(using: &random) ?? nil)
        }
        return headlines
    }

    private static let keys: [ByteString] = ["", "a", "b", "/x/1", "k\u{301}", "/z", "/z/z"]
}
