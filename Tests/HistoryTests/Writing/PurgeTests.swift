import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Purging")
struct PurgeTests {
    @Test("Days before a day go, the file shrinks, and sources stay known")
    func purge() throws {
        let place = try Place()
        let history = try place.write()
        let visitors = (0..<50_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        for (name, day) in [("one", Sample.monday), ("two", Sample.tuesday), ("three", Sample.wednesday)] {
            var change = try Sample.change(
                history, at: 5,
                adding: [
                    Sample.source(name, [Sample.part(day, visitors: visitors)]), Sample.source("bad", state: .damaged),
                ],
                totals: [Sample.totals(day)])
            change.incompleteDays = [day]
            try history.commit(change)
        }
        var change = try Sample.change(history, at: 6)
        change.closing = [Sample.monday]
        try history.commit(change)
        let salt = [UInt8](try #require(try history.salt(of: Sample.tuesday.number)))
        let before = try place.bytes().count
        #expect(before > 1_600_000)

        // Less than half of the file: all of it is given back all the same.
        #expect(try history.purge(before: Sample.tuesday) == 1)
        #expect(try history.read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") } == 0)
        #expect(try history.purge(before: Sample.wednesday) == 1)
        let bytes = try place.bytes()
        #expect(bytes.count < before * 6 / 10)
        #expect(!bytes.contains(salt))
        #expect(try history.days().map(\.day) == [Sample.wednesday])
        #expect(try history.totals(of: Sample.tuesday) == nil)
        #expect(try history.parts(of: [Sample.tuesday, Sample.wednesday]).map(\.source) == [5])
        #expect(try history.sources().filter { $0.state == .counted }.map(\.days) == [[], [], [Sample.wednesday]])
        #expect(try history.contentsKept() == [1, 3, 5])
        #expect(try history.rows()["damage"] == 1)
        let state = try history.state(now: 7, retainDays: 3, calendar: try #require(Sample.calendar))
        #expect(state.closedBefore == Sample.wednesday)
        #expect(state.latestSecond == Sample.noon(Sample.wednesday))
        #expect(try history.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")

        // The mark never moves back.
        #expect(try history.purge(before: Sample.monday) == 0)
        #expect(
            try history.state(now: 7, retainDays: 3, calendar: try #require(Sample.calendar)).closedBefore
                == Sample.wednesday)
        #expect(try history.purge(before: Sample.wednesday.next) == 1)
        #expect(try history.rows() == ["site": 1, "run": 4, "source": 6])
        #expect(
            try history.state(now: 7, retainDays: 3, calendar: try #require(Sample.calendar)).latestSecond
                == Sample.noon(Sample.wednesday))
        #expect(try place.bytes().count < 200_000)
    }

    @Test("A day outside of all times is no damage to the history", arguments: [Int32.min, -3653, 60_000, Int32.max])
    func daysThatNoLineCanHave(number: Int32) throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(history, at: 5, adding: [Sample.source()], totals: [Sample.totals(Sample.monday)]))
        #expect(try history.purge(before: CalendarDay(number: number)) == (number > 0 ? 1 : 0))
        let state = try history.state(now: 7, retainDays: 3, calendar: try #require(Sample.calendar))
        let closed = ClosedDays(state.closed, before: state.closedBefore)
        #expect(closed.contains(Sample.monday) == (number > 0))
    }

    @Test("A file that is mostly free gives its room back when days are closed")
    func shrinkingByClosing() throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(
                history, at: 5,
                adding: [Sample.source("one", [Sample.part(Sample.monday, visitors: Array(0..<50_000))])],
                totals: [Sample.totals(Sample.monday)]))
        #expect(try place.bytes().count > 800_000)
        var change = try Sample.change(history, at: 6)
        change.closing = [Sample.monday]
        try history.commit(change)
        #expect(try place.bytes().count < 200_000)
    }

    @Test("A purge that finds no room changes nothing")
    func failing() throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(Sample.change(history, at: 5, totals: [Sample.totals(Sample.monday)]))
        let before = try place.bytes()
        try history.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
        #expect(failure { _ = try history.purge(before: Sample.tuesday) } != nil)
        #expect(try place.bytes() == before)
    }
}
