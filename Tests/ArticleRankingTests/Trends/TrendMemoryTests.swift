import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

/// Laws on days whose views are drawn by a seed, in a zone whose ten minutes are not those of UTC.
@Suite("Days that trends keep")
struct TrendMemoryTests {
    private let calendar: SiteCalendar
    private let first: CalendarDay

    init() throws {
        calendar = try #require(SiteCalendar(zoneName: "Asia/Kathmandu"))
        first = try #require(CalendarDay(iso: "2026-03-02"))
    }

    @Test(
        "Day after day with a memory tells what each day tells alone, and reads a day once",
        arguments: 1...3 as ClosedRange<UInt64>)
    func memory(seed: UInt64) throws {
        let site = try drawn(seed: seed)
        var usual = TrendMemory()
        var small = TrendMemory(mostBytes: 3000)
        var reads = 0
        var risen = 0
        for day in site.days {
            var none = TrendMemory(mostBytes: 0)
            let alone = try rises(on: day, site, &none)
            #expect(try rises(on: day, site, &usual, read: { reads += 1 }) == alone, "seed \(seed), \(day)")
            #expect(try rises(on: day, site, &small) == alone, "seed \(seed), \(day)")
            risen += alone.count
        }
        #expect(reads == site.days.count)
        #expect(risen > 10, "the law says nothing where nothing rises")
    }

    @Test("A day that was kept in other ten minutes is read once more")
    func otherTenMinutes() throws {
        let site = try drawn(seed: 1)
        let day = try #require(site.days.last)
        var (kept, none) = (TrendMemory(), TrendMemory(mostBytes: 0))
        _ = try rises(on: day, site, &kept)
        let risen = try rises(on: day, site, &kept, minutesLater: 3)
        #expect(try rises(on: day, site, &none, minutesLater: 3) == risen)
        #expect(!risen.isEmpty)
    }

    @Test("Slots tell what minutes tell", arguments: 1...3 as ClosedRange<UInt64>)
    func slots(seed: UInt64) throws {
        let site = try drawn(seed: seed)
        let day = try #require(site.days.last)
        var counts = TrendCounts(grid(day, site), windowMinutes: 60)
        for day in site.days {
            for cell in site.views[day]?.cells ?? [] {
                counts.add(Int(cell.views), of: cell.article, in: cell.article % 3, minute: cell.minute)
            }
        }
        var memory = TrendMemory()
        let slotted = try rises(on: day, site, &memory).map(\.rise)
        #expect(
            slotted.map(\.seen) == DayRises(byEnd: named(Trends(counts).byEnd), sections: []).strongest.map(\.rise.seen)
        )
        #expect(
            slotted.map(\.score)
                == DayRises(byEnd: named(Trends(counts).byEnd), sections: []).strongest.map(\.rise.score))
        #expect(!slotted.isEmpty)
    }

    @Test("Which numbers articles have makes no difference, to the last digit", arguments: 1...3 as ClosedRange<UInt64>)
    func numbers(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let site = try drawn(seed: seed)
        let other = try drawn(seed: seed, order: Array(0..<30).shuffled(using: &random))
        let day = try #require(site.days.last)
        var (one, two) = (TrendMemory(), TrendMemory())
        let rises = try rises(on: day, site, &one)
        #expect(try self.rises(on: day, other, &two).map(Told.init) == rises.map(Told.init))
        #expect(!rises.isEmpty)
    }

    @Test("More views in ten minutes than a cell can hold are all there")
    func manyViews() throws {
        let minute = try #require(calendar.minutes(of: first)).lowerBound
        let views = MinuteViews(
            cells: [0, 1, 12].map { MinuteViews.Cell(article: 0, minute: UInt32(minute + $0), views: 60_000) })
        let grid = TrendGrid(ends: [minute + 1440], day: first, from: first, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: 60)
        counts.add(
            SlottedDay(
                first, [NumberedDay.Row(article: 0, place: 0, section: 0, views: 1, visitors: 1, rawClicks: 1)], views,
                in: grid))
        #expect(Array(counts.site.prefix(3)) == [120_000, 60_000, 0])
    }

    /// What is told of a rise: all but its numbers.
    private struct Told: Equatable {
        let key: ByteString
        let figures: [Double]

        init(_ named: NamedRise) {
            let rise = named.rise
            key = named.key
            figures = [rise.expected, rise.lower, rise.upper ?? -1, Double(rise.seen), Double(rise.end)]
        }
    }

    private struct DrawnSite {
        var table = PlaceTable()
        var days: [CalendarDay] = []
        var rows: [CalendarDay: [NumberedDay.Row]] = [:]
        var views: [CalendarDay: MinuteViews] = [:]
    }

    /// Twelve days of thirty articles, ten of which begin on a later day; on each day some hours of some are read more.
    ///
    /// - Parameter order: In which articles get their numbers.
    private func drawn(seed: UInt64, order: [Int] = Array(0..<30)) throws -> DrawnSite {
        var random = SeededGenerator(seed: seed)
        var site = DrawnSite()
        let places = (0..<30).map { number in
            ArticlePlace(
                key: ByteString("a\(10 + number)"), path: ByteString("/a\(10 + number)"),
                section: ByteString("s\(number % 3)"))
        }
        for article in order { _ = site.table.number(of: places[article]) }
        for number in 0..<12 {
            let day = CalendarDay(number: first.number + Int32(number))
            let minutes = try #require(calendar.minutes(of: day))
            var cells: [MinuteViews.Cell] = []
            site.rows[day] = places.map { place in
                let number = site.table.known(place) ?? 0
                return NumberedDay.Row(
                    article: site.table.article(ofPlace: number), place: number,
                    section: site.table.section(ofPlace: number), views: 1, visitors: 1, rawClicks: 1)
            }
            for article in 0..<30 {
                let burst = Int.random(in: 0..<60, using: &random)
                for minute in stride(from: minutes.lowerBound, to: minutes.upperBound, by: 7) {
                    let hour = (minute - minutes.lowerBound) / 60
                    let views = Int.random(in: 0...3, using: &random) + (hour == burst ? 20 : 0)
                    guard views > 0, article % 3 > 0 || number >= article / 3 else { continue }
                    cells.append(
                        MinuteViews.Cell(article: UInt32(article), minute: UInt32(minute), views: UInt32(views)))
                }
            }
            site.days.append(day)
            site.views[day] = MinuteViews(cells: cells)
        }
        return site
    }

    private func grid(_ day: CalendarDay, _ site: DrawnSite, minutesLater: Int = 0) -> TrendGrid {
        let ends = TrendGrid.ends(of: day, calendar).enumerated().filter { $0.offset % 12 == 5 }
            .map { $0.element + minutesLater }
        return TrendGrid(ends: ends, day: day, from: first, calendar: calendar)
    }

    private func rises(
        on day: CalendarDay, _ site: DrawnSite, _ memory: inout TrendMemory, minutesLater: Int = 0,
        read: () -> Void = {}
    ) throws -> [NamedRise] {
        try memory.counts(
            grid(day, site, minutesLater: minutesLater), .hour, of: site.days.prefix { $0 <= day }, TrendRules()
        ) { day, grid in
            read()
            return SlottedDay(day, try #require(site.rows[day]), try #require(site.views[day]), in: grid)
        }.rises(in: site.table).strongest
    }

    private func named(_ byEnd: [[Rise]]) -> [[NamedRise]] {
        byEnd.map { rises in
            rises.map { rise in
                let key = ByteString("a\(10 + rise.article)")
                return NamedRise(rise: rise, key: key, path: key, section: nil, lastRead: first)
            }
        }
    }
}
