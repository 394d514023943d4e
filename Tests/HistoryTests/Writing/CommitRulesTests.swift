import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

/// A run that broke these would spoil the history without a sign: it is a bug, and ends the program instead.
@Suite("What no run may do")
struct CommitRulesTests {
    private static func closedMonday(_ place: Place) throws -> (History, VisitorKeys) {
        let history = try place.write()
        var change = try Sample.change(
            history, at: 1, adding: [Sample.source("one", [Sample.part(Sample.tuesday, visitors: [1])])],
            totals: [Sample.totals(Sample.monday)])
        try history.commit(change)
        change = try Sample.change(history, at: 2)
        change.closing = [Sample.monday]
        try history.commit(change)
        return (history, change.salts)
    }

    @Test("Give a closed day other totals")
    func totals() async {
        await #expect(processExitsWith: .failure) {
            let place = try Place()
            let (history, keys) = try CommitRulesTests.closedMonday(place)
            var change = HistoryChange(started: 3, salts: keys)
            change.totals = [DayRestatement(day: Sample.monday, totals: Sample.totals(Sample.monday, views: 9))]
            try? history.commit(change)
            place.keep()
        }
    }

    @Test("Add clicks to a closed day")
    func clicks() async {
        await #expect(processExitsWith: .failure) {
            let place = try Place()
            let (history, keys) = try CommitRulesTests.closedMonday(place)
            var change = HistoryChange(started: 3, salts: keys)
            change.added = [Sample.source("two", [Sample.part(Sample.monday, visitors: [1])])]
            try? history.commit(change)
            place.keep()
        }
    }

    @Test("Hash a day's visitors under two salts")
    func salts() async {
        await #expect(processExitsWith: .failure) {
            let place = try Place()
            let (history, _) = try CommitRulesTests.closedMonday(place)
            var change = HistoryChange(started: 3, salts: .random())
            change.added = [Sample.source("two", [Sample.part(Sample.tuesday, visitors: [1])])]
            try? history.commit(change)
            place.keep()
        }
    }

    @Test("What is allowed ends well")
    func allowed() async {
        await #expect(processExitsWith: .success) {
            let place = try Place()
            let (history, keys) = try CommitRulesTests.closedMonday(place)
            var change = HistoryChange(started: 3, salts: keys)
            change.added = [Sample.source("two", [Sample.part(Sample.tuesday, visitors: [1])])]
            try history.commit(change)
            place.keep()
        }
    }
}
