import TestSupport
import Testing
import ViewCounting

@testable import ArticleRanking

@Suite("Folding a day into slots")
struct DaySlottingTests {
    @Test(
        "Each slot has the views of its ten minutes, and each section those of its articles",
        arguments: 1...20 as ClosedRange<UInt64>)
    func law(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let calendar = try #require(SiteCalendar(zoneName: "Asia/Kathmandu"))
        let day = try #require(CalendarDay(iso: "2026-03-02"))
        let minutes = try #require(calendar.minutes(of: day))
        let phase = Int.random(in: 0...9, using: &random)
        let grid = TrendGrid(ends: [minutes.upperBound + phase], day: day, from: day, calendar: calendar)
        let rows = (0..<12 as Range<UInt32>).map { number -> NumberedDay.Row in
            let section = number % 3 == 0 ? PlaceTable.noSection : number % 3
            return NumberedDay.Row(
                article: 20 - number, place: number, section: section, views: 1, visitors: 1, rawClicks: 1)
        }
        var cells: [MinuteViews.Cell] = []
        var plain: [Key: Int] = [:]
        for row in 0..<12 where Int.random(in: 0..<4, using: &random) > 0 {
            // Some have more than a cell holds, and of some a minute has none.
            let most: UInt32 = [3, 40_000, 2][row % 3]
            for minute in minutes where Int.random(in: 0..<9, using: &random) == 0 {
                let views = UInt32.random(in: (row % 3 == 2 ? 0 : 1)...most, using: &random)
                cells.append(MinuteViews.Cell(article: UInt32(row), minute: UInt32(minute), views: views))
                let slot = (minute - grid.firstMinute) / TrendGrid.slotMinutes
                if views > 0 { plain[Key(row: row, slot: slot), default: 0] += Int(views) }
            }
        }
        let slotted = SlottedDay(day, rows, MinuteViews(cells: cells), in: grid)
        var found: [Key: Int] = [:]
        var start = 0
        for (number, row) in slotted.rows.enumerated() {
            #expect(row.article == rows[number].article && row.place == rows[number].place)
            var last = 0
            for cell in slotted.cells[start..<Int(row.cellsEnd)] {
                let slot = grid.base(of: slotted) + Int(cell.slot)
                #expect(slot >= last && cell.views > 0)
                last = slot
                found[Key(row: number, slot: slot), default: 0] += Int(cell.views)
            }
            start = Int(row.cellsEnd)
        }
        #expect(found == plain, "seed \(seed)")
        var bySection: [Key: Int] = [:]
        for (key, views) in plain {
            let section = key.row % 3 == 0 ? 0 : key.row % 3 + 1
            bySection[Key(row: section, slot: key.slot), default: 0] += views
        }
        var sums: [Key: Int] = [:]
        for sum in slotted.sums {
            sums[Key(row: Int(sum.section), slot: grid.base(of: slotted) + Int(sum.slot))] = sum.views
        }
        #expect(sums == bySection, "seed \(seed)")
    }

    /// A row, or a section, and a slot of the grid.
    private struct Key: Hashable {
        let row: Int
        let slot: Int
    }
}
