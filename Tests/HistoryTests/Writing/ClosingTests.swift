import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Closing days")
struct ClosingTests {
    private static let end = (Int64(Sample.monday.number) + 1) * 86_400
    private static let day: Int64 = 86_400

    @Test(
        "A day is closed more than so many days after the later of its end and the run that last changed it",
        arguments: [
            // Changed at, now, days to retain, closing.
            (end - 100, end, 3, false), (end - 100, end + 3 * day, 3, false), (end - 100, end + 3 * day + 1, 3, true),
            (end + 500, end + 3 * day + 1, 3, false), (end + 500, end + 500 + 3 * day, 3, false),
            (end + 500, end + 501 + 3 * day, 3, true), (end - 100, end, 0, false), (end - 100, end + 1, 0, true),
            (end - 100, end - 50, 0, false), (end + 9 * day, end + 8 * day, 0, false), (0, .max, 3, true),
            (.max, .min, 3, false), (.min, .max, .max, true), (.min, .max, -1, true), (end, .min, 0, false),
        ])
    func rule(changedAt: Int64, now: Int64, retainDays: Int, isClosing: Bool) throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        var change = try Sample.change(
            history, at: changedAt, retainDays: 1_000_000, totals: [Sample.totals(Sample.monday)])
        change.closing = []
        try history.commit(change)
        let state = try history.state(now: now, retainDays: retainDays, calendar: try #require(Sample.calendar))
        #expect(state.closing == (isClosing ? [Sample.monday] : []))
        #expect(state.closed == state.closing)
    }

    @Test("A day's end is that of the site's zone")
    func zone() throws {
        let place = try Place()
        let history = try History(writing: place.path, zone: "Asia/Tokyo", started: 0)
        let tokyo = try #require(SiteCalendar(zoneName: "Asia/Tokyo"))
        var change = HistoryChange(started: 0, salts: .random())
        change.totals = [DayRestatement(day: Sample.monday, totals: Sample.totals(Sample.monday))]
        try history.commit(change)
        let end = ClosingTests.end - 9 * 3600
        #expect(try history.state(now: end, retainDays: 0, calendar: tokyo).closing.isEmpty)
        #expect(try history.state(now: end + 1, retainDays: 0, calendar: tokyo).closing == [Sample.monday])
    }

    @Test("A run that changes a day keeps it open for as long again; one that finds it the same does not")
    func extended() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        let calendar = try #require(Sample.calendar)
        for (now, views) in [(10, 5), (20, 5), (30, 6), (40, 6)] {
            try history.commit(
                Sample.change(
                    history, at: ClosingTests.end + Int64(now),
                    totals: [Sample.totals(Sample.monday, views: views)]))
        }
        #expect(try history.state(now: ClosingTests.end + 30, retainDays: 0, calendar: calendar).closing.isEmpty)
        #expect(
            try history.state(now: ClosingTests.end + 31, retainDays: 0, calendar: calendar).closing
                == [Sample.monday])
    }

    /// A history of Monday, with followers of Sunday's, and Tuesday.
    private func filled(_ place: Place) throws -> History {
        let history = try place.write()
        let sunday = SourceDay(
            day: Sample.monday.previous, lines: Sample.lines(Sample.monday.previous, [:]), uncounted: [], clicks: [],
            followers: [PageClick(visitor: 0xF1F2_F3F4_F5F6_F7F8, page: 0, second: 1)])
        try history.commit(
            Sample.change(
                history, at: Sample.night(after: Sample.tuesday),
                adding: [
                    Sample.source(
                        "one",
                        [
                            sunday,
                            Sample.part(
                                Sample.monday, visitors: [0xA1A2_A3A4_A5A6_A7A8], followers: [0xB1B2_B3B4_B5B6_B7B8]),
                            Sample.part(Sample.tuesday, visitors: [0xC1C2_C3C4_C5C6_C7C8]),
                        ])
                ], totals: [Sample.totals(Sample.monday), Sample.totals(Sample.tuesday)]))
        return history
    }

    @Test("What a day's clicks were is gone from the file when it is closed, to the byte; its counts stay")
    func forgotten() throws {
        let place = try Place()
        let history = try filled(place)
        let sunday = Sample.monday.previous
        let salts = try [sunday, Sample.monday, Sample.tuesday].map {
            [UInt8](try #require(try history.salt(of: $0.number)))
        }
        let visitors: [UInt64] = [
            0xF1F2_F3F4_F5F6_F7F8, 0xA1A2_A3A4_A5A6_A7A8, 0xB1B2_B3B4_B5B6_B7B8, 0xC1C2_C3C4_C5C6_C7C8,
        ]
        for bytes in salts + visitors.map(\.littleEndianBytes) { #expect(try place.bytes().contains(bytes)) }

        var change = try Sample.change(history, at: Sample.night(after: Sample.tuesday))
        change.closing = [Sample.monday]
        try history.commit(change)
        let bytes = try place.bytes()
        // Tuesday is open; Sunday had no line of its own, and goes with Monday.
        #expect(salts.map { bytes.contains($0) } == [false, false, true])
        #expect(visitors.map { bytes.contains($0.littleEndianBytes) } == [false, false, false, true])
        #expect(try history.totals(of: Sample.monday) == Sample.totals(Sample.monday))
        #expect(try history.days().map(\.isClosed) == [true, false])
        #expect(try history.days().map(\.revision) == [1, 1])
        #expect(try history.days().map(\.sources) == [1, 1])
        #expect(try history.days().map(\.robots) == [["builtin 1"], ["builtin 1"]])
        #expect(try history.sources().map(\.days) == [[Sample.monday, Sample.tuesday]])
        #expect(try history.parts(of: [sunday, Sample.monday, Sample.tuesday]).map(\.day.day) == [Sample.tuesday])
        let state = try history.state(now: 0, retainDays: 3, calendar: try #require(Sample.calendar))
        #expect(state.closed == [Sample.monday] && state.closing.isEmpty)
        #expect(state.latestSecond == Sample.noon(Sample.tuesday))
    }

    @Test("What a source that goes brought to a closed day stays there")
    func goneAfterClosing() throws {
        let place = try Place()
        let history = try filled(place)
        var change = try Sample.change(history, at: 9)
        change.closing = [Sample.monday]
        change.gone = [1]
        change.totals = [DayRestatement(day: Sample.tuesday, totals: nil)]
        try history.commit(change)
        #expect(try history.days().map(\.day) == [Sample.monday])
        #expect(try history.days().map(\.sources) == [1])
        #expect(try history.sources().map(\.days) == [[Sample.monday]])
        #expect(try history.rows()["click_run"] == nil)
        #expect(try history.rows()["salt"] == nil)
    }

    @Test("A day without lines keeps what was kept for it until the day after it is closed")
    func withoutLines() throws {
        let place = try Place()
        let history = try filled(place)
        var change = try Sample.change(history, at: 9)
        change.closing = [Sample.tuesday]
        try history.commit(change)
        #expect(try history.salt(of: Sample.monday.previous.number) != nil)
        #expect(try history.parts(of: [Sample.monday.previous]).count == 1)
    }
}
