import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Restating days")
struct RestatingTests {
    /// Commits totals of Monday as a run of their own.
    private func restate(
        _ history: History, at now: Int64, _ totals: DayTotals?, _ restatement: [UInt8]? = nil
    ) throws {
        var change = try Sample.change(history, at: now)
        change.totals = [DayRestatement(day: Sample.monday, totals: totals, restatement: restatement)]
        try history.commit(change)
    }

    @Test("A version is added when accounting or articles change, and only then")
    func versions() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        func day() throws -> StoredDay { try #require(try history.days().first) }
        try restate(history, at: 10, Sample.totals(Sample.monday))
        #expect(try (day().version, day().revision) == (1, 1))
        #expect(try day().restatedAt == nil)
        // The same again: nothing.
        try restate(history, at: 20, Sample.totals(Sample.monday), [1])
        #expect(try (day().version, day().revision) == (1, 1))
        #expect(try day().restatement == nil)
        // Robots' lines: accounting, no article.
        try restate(history, at: 30, Sample.totals(Sample.monday, robots: 4), [2])
        #expect(try (day().version, day().revision) == (2, 3))
        #expect(try day().restatement == [2])
        #expect(try day().restatedAt == 30)
        // Articles, but no accounting.
        var totals = Sample.totals(Sample.monday, robots: 4)
        totals.articles[0].path = "/elsewhere/a"
        try restate(history, at: 40, totals, [3])
        #expect(try (day().version, day().revision) == (3, 4))
        #expect(try day().restatedAt == 40)
        // Only the minutes: other bytes in the reports perhaps, but the same counts.
        totals.lines.firstSecond -= 60
        try restate(history, at: 50, totals, [4])
        #expect(try (day().version, day().revision) == (3, 5))
        #expect(try day().restatement == [3])
        #expect(try day().restatedAt == 40)
        #expect(try history.totals(of: Sample.monday) == totals)
        totals.minuteViews = MinuteViews(
            cells: totals.minuteViews.cells.map { .init(article: $0.article, minute: $0.minute + 1, views: $0.views) })
        try restate(history, at: 60, totals, nil)
        #expect(try (day().version, day().revision) == (3, 6))
        #expect(try history.totals(of: Sample.monday) == totals)
    }

    @Test("A day that loses all its lines is a day no more, but for the reports that have to go")
    func withdrawn() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        try restate(history, at: 10, nil)
        #expect(try history.rows()["day"] == nil)
        try restate(history, at: 20, Sample.totals(Sample.monday))
        try history.noteWritten([Sample.monday: "abc", Sample.tuesday: "no such day"])
        #expect(try history.days().map(\.written) == ["abc"])
        #expect(try history.withdrawnDays().isEmpty)
        try restate(history, at: 30, nil, [1])
        #expect(try history.days().isEmpty)
        #expect(try history.totals(of: Sample.monday) == nil)
        #expect(try history.withdrawnDays().map(\.day) == [Sample.monday])
        let state = try history.state(now: .max, retainDays: 0, calendar: try #require(Sample.calendar))
        #expect(state.closing.isEmpty)
        try history.noteWritten([:], removed: [Sample.monday])
        #expect(try history.withdrawnDays().isEmpty)
        // Its versions go on.
        try restate(history, at: 40, Sample.totals(Sample.monday))
        #expect(try history.days().map(\.version) == [3])
        #expect(try history.days().map(\.written) == [nil])
    }

    @Test(
        "A source that goes takes its lines along, and what is known of its content",
        arguments: [
            SourceState.superseded, .forgotten,
        ])
    func gone(state: SourceState) throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(
                history, at: 1,
                adding: [
                    Sample.source("one", [Sample.part(Sample.monday, visitors: [1])]),
                    Sample.source("two", [Sample.part(Sample.monday, visitors: [2])]),
                ], totals: [Sample.totals(Sample.monday)]))
        var change = try Sample.change(history, at: 2)
        change.gone = [1]
        change.goneState = state
        change.added = [Sample.source("three", [Sample.part(Sample.monday, visitors: [1, 3])])]
        try history.commit(change)
        #expect(try history.sources().map(\.state) == [state, .counted, .counted])
        #expect(try history.sources().map(\.days) == [[], [Sample.monday], [Sample.monday]])
        #expect(try history.parts(of: [Sample.monday]).map(\.source) == [2, 3])
        #expect(try history.contentsKept() == [2, 3])
        #expect(try history.days().map(\.sources) == [2])
    }

    @Test("Where no source with clicks of a day is left, its salt goes too")
    func saltOfNothing() throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(history, at: 1, adding: [Sample.source("one", [Sample.part(Sample.monday, visitors: [1])])]))
        #expect(try history.salt(of: Sample.monday.number) != nil)
        var change = try Sample.change(history, at: 2)
        change.gone = [1]
        try history.commit(change)
        #expect(try history.rows() == ["site": 1, "run": 2, "source": 1])
    }

    @Test(
        "A damaged source marks the run's days until a good one of its name comes, or it is forgotten",
        arguments: [
            SourceState.damaged, .salvaged, .changed,
        ])
    func damage(state: SourceState) throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        func incomplete() throws -> [Bool] { try history.days().map(\.isIncomplete) }
        func revisions() throws -> [Int64] { try history.days().map(\.revision) }
        var change = try Sample.change(
            history, at: 1,
            adding: [
                Sample.source(
                    "good", [Sample.part(Sample.monday, visitors: [1]), Sample.part(Sample.tuesday, visitors: [2])]),
                Sample.source("bad", state: state), Sample.source("worse", state: state),
                Sample.source("copy", state: .sameContent),
            ], totals: [Sample.totals(Sample.monday), Sample.totals(Sample.tuesday)])
        change.incompleteDays = [Sample.monday]
        try history.commit(change)
        #expect(try incomplete() == [true, false])

        change = try Sample.change(history, at: 2, adding: [Sample.source("bad")])
        change.clearedNames = ["bad", "good", "nobody"]
        try history.commit(change)
        #expect(try incomplete() == [true, false])
        #expect(try revisions() == [1, 1])

        change = try Sample.change(history, at: 3)
        change.gone = [3]
        change.goneState = .forgotten
        try history.commit(change)
        #expect(try incomplete() == [false, false])
        #expect(try revisions() == [3, 1])
        #expect(try history.days().map(\.version) == [1, 1])
    }

    @Test("A good source and a damaged one of its name in one run: the marks are the damaged one's")
    func damageOfTheSameRun() throws {
        let place = try Place()
        defer { place.keep() }
        let history = try place.write()
        var change = try Sample.change(
            history, at: 1, adding: [Sample.source("x", state: .damaged), Sample.source("x")],
            totals: [Sample.totals(Sample.monday)])
        change.clearedNames = ["x"]
        change.incompleteDays = [Sample.monday]
        try history.commit(change)
        #expect(try history.days().map(\.isIncomplete) == [true])
    }
}
