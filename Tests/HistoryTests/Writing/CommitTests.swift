import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("What a run adds")
struct CommitTests {
    @Test("Everything that a run hands over is found again, on however many threads it was made", arguments: [1, 2, 8])
    func everything(threads: Int) throws {
        let place = try Place()
        let history = try place.write()
        let first = try Sample.change(
            history, at: 1_000,
            adding: [
                Sample.source(
                    "one.log", [Sample.part(Sample.monday, visitors: [11, 12, 13], followers: [14])], robots: "lists 1"),
                Sample.source("copy.log", state: .sameContent),
                Sample.source("two.log", [Sample.part(Sample.tuesday, visitors: [21])], robots: "lists 2"),
            ], totals: [Sample.totals(Sample.monday, views: 3), Sample.totals(Sample.tuesday, views: 1)])
        try history.commit(first, threads: threads)
        #expect(
            try history.sources().map {
                "\($0.number) \($0.name) \($0.state.rawValue) \($0.lines) \($0.bytes) \($0.days)"
            }
                == [
                    "1 one.log counted 8 70000 [2026-03-02]", "2 copy.log same-content 2 70000 []",
                    "3 two.log counted 6 70000 [2026-03-03]",
                ])
        let source = try #require(try history.sources().first)
        #expect(source.format == .combined)
        #expect(source.timeless[.malformed] == 2)
        #expect(source.timeless.lines == 2)
        #expect(source.countedAt == 1_000)

        let monday = try #require(try history.days().first)
        #expect(
            monday
                == StoredDay(
                    day: Sample.monday, version: 1, revision: 1, isClosed: false, isIncomplete: false,
                    firstSecond: Sample.noon(Sample.monday), lastSecond: Sample.noon(Sample.monday),
                    minutes: Sample.lines(Sample.monday, [:]).minutes, lines: 6, views: 3, sources: 1,
                    robots: ["lists 1"], restatement: nil, restatedAt: nil, written: nil))
        #expect(try history.days().map(\.day) == [Sample.monday, Sample.tuesday])
        #expect(try history.totals(of: Sample.monday) == Sample.totals(Sample.monday, views: 3))
        #expect(try history.totals(of: Sample.wednesday) == nil)

        let state = try history.state(now: 2_000, retainDays: 3, calendar: try #require(Sample.calendar))
        #expect(state.closed.isEmpty && state.closing.isEmpty && state.closedBefore == nil)
        #expect(state.latestSecond == Sample.noon(Sample.tuesday))
        #expect(state.keys.agents == first.salts.agents)
        for day in [Sample.monday, Sample.tuesday] { #expect(state.keys.salt(of: day) == first.salts.salt(of: day)) }
        #expect(state.keys.salt(of: Sample.wednesday) != first.salts.salt(of: Sample.wednesday))
    }

    @Test("A source's part of a day comes back with its own pages, numbered in the order of their keys")
    func parts() throws {
        let place = try Place()
        let history = try place.write()
        let table = Sample.table(["unused", "b", "a", "c"])
        let clicks = [3, 1].map { PageClick(visitor: UInt64($0), page: $0, second: Sample.noon(Sample.monday)) }
        let follower = PageClick(visitor: 9, page: 2, second: Sample.noon(Sample.tuesday))
        let part = SourceDay(
            day: Sample.monday, lines: Sample.lines(Sample.monday, [.view: 2, .robot: 7]),
            uncounted: Sample.robots([1: 4, 2: 3]),
            clicks: [[clicks[0]], [clicks[1]]], followers: [follower])
        let onlyFollowers = SourceDay(
            day: Sample.tuesday, lines: Sample.lines(Sample.tuesday, [:]), uncounted: [], clicks: [],
            followers: [PageClick(visitor: 8, page: 0, second: 5)])
        let noPages = SourceDay(
            day: Sample.wednesday, lines: Sample.lines(Sample.wednesday, [.otherPage: 1]), uncounted: [], clicks: [],
            followers: [])
        try history.commit(
            Sample.change(
                history, at: 1, adding: [Sample.source("x", [part, onlyFollowers, noPages], table: table)]))

        let days = [Sample.monday, Sample.tuesday, Sample.wednesday]
        let kept = try history.parts(of: Set(days))
        #expect(kept.map(\.day.day) == days)
        #expect(kept.map(\.source) == [1, 1, 1])
        #expect(kept.map(\.day.hasLines) == [true, false, true])
        #expect(kept[0].table.articles == ["a", "b", "c"])
        #expect(kept[0].table.pages.map(\.path) == ["/news/a", "/news/b", "/news/c"])
        #expect(kept[0].table.pages.map(\.section) == ["news", "news", "news"])
        #expect(kept[0].day.lines == part.lines)
        #expect(Set(kept[0].day.uncounted) == Set(Sample.robots([1: 4, 0: 3])))
        #expect(kept[0].day.clicks.flatMap { $0 }.map(\.page) == [2, 1])
        #expect(kept[0].day.clicks.flatMap { $0 }.map(\.visitor) == [3, 1])
        #expect(kept[0].day.followers == [PageClick(visitor: 9, page: 0, second: follower.second)])
        #expect(kept[1].table.articles == ["unused"])
        #expect(kept[1].day.lines.accounting.lines == 0)
        #expect(kept[1].day.followers == [PageClick(visitor: 8, page: 0, second: 5)])
        #expect(kept[2].table.pages.isEmpty)
        #expect(kept[2].day.lines == noPages.lines)
    }

    @Test("Parts come by day and by source, of the days that were asked for")
    func order() throws {
        let place = try Place()
        let history = try place.write()
        for name in ["one", "two", "three"] {
            try history.commit(
                Sample.change(
                    history, at: 1,
                    adding: [
                        Sample.source(
                            name,
                            [
                                Sample.part(Sample.tuesday, visitors: [1]), Sample.part(Sample.monday, visitors: [2]),
                                Sample.part(Sample.wednesday, visitors: [3]),
                            ])
                    ]))
        }
        let parts = try history.parts(of: [Sample.tuesday, Sample.monday])
        #expect(
            parts.map { "\($0.day.day) \($0.source)" }
                == [1, 2, 3].map { "2026-03-02 \($0)" } + [1, 2, 3].map { "2026-03-03 \($0)" })
    }

    @Test(
        "Nothing is kept of what does not count but its name",
        arguments: [
            SourceState.damaged, .changed, .sameContent,
        ])
    func notCounted(state: SourceState) throws {
        let place = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(
                history, at: 1,
                adding: [
                    Sample.source("x", [Sample.part(Sample.monday, visitors: [0x0123_4567_89AB_CDEF])], state: state)
                ]))
        #expect(try history.parts(of: [Sample.monday]).isEmpty)
        #expect(try history.sources().map(\.state) == [state])
        #expect(try history.sources().map(\.days) == [[]])
        #expect(try !place.bytes().contains(UInt64(0x0123_4567_89AB_CDEF).littleEndianBytes))
        let after = try history.state(now: 1, retainDays: 3, calendar: try #require(Sample.calendar))
        #expect(after.latestSecond == 0)
    }

    @Test("Late lines of a closed day tell how far the logs reach, and are in no day's sources")
    func late() throws {
        let place = try Place()
        let history = try place.write()
        let late = SourceDay(
            day: Sample.monday, lines: Sample.lines(Sample.monday, [.late: 4]), uncounted: [], clicks: [],
            followers: [])
        try history.commit(
            Sample.change(
                history, at: 1, adding: [Sample.source("one", [Sample.part(Sample.monday, visitors: [1])])],
                totals: [Sample.totals(Sample.monday)]))
        try history.commit(Sample.change(history, at: 2, adding: [Sample.source("two", [late], robots: "other")]))
        let day = try #require(try history.days().first)
        #expect(day.sources == 1)
        #expect(day.robots == ["builtin 1"])
        #expect(day.revision == 1)
        #expect(try history.parts(of: [Sample.monday]).map(\.source) == [1])
        #expect(try history.sources().map(\.days) == [[Sample.monday], [Sample.monday]])
    }

    @Test("The known contents are those of the sources that count, under one key for ever")
    func known() throws {
        let place = try Place()
        let keys = try (0..<3).map { run in
            let history = try place.write()
            try history.commit(
                Sample.change(history, at: 1, adding: [Sample.source("\(run)", state: run == 1 ? .damaged : .counted)]))
            return try history.contentKey()
        }
        #expect(Set(keys).count == 1)
        #expect(try place.read().contentsKept() == [1, 3])
    }

    @Test("The robot lists of a day stand once each, in the order of the sources that they judged")
    func robots() throws {
        let place = try Place()
        let history = try place.write()
        let lists = ["b", "a", "b", "c", "a"]
        for (index, robots) in lists.enumerated() {
            try history.commit(
                Sample.change(
                    history, at: 1,
                    adding: [
                        Sample.source("\(index)", [Sample.part(Sample.monday, visitors: [1])], robots: robots)
                    ], totals: [Sample.totals(Sample.monday, views: index + 1)]))
        }
        let day = try #require(try history.days().first)
        #expect(day.robots == ["b", "a", "c"])
        #expect(day.sources == 5)
        #expect(day.version == 5)
    }
}
