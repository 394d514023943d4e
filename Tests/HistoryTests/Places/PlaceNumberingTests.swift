import ArticleRanking
import Foundation
import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Numbering places")
struct PlaceNumberingTests {
    @Test(
        "Days whose articles' pages are told are kept as those of which only the names are",
        arguments: 1...40 as ClosedRange<UInt64>)
    func pages(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = (0..<200).map { number in
            ArticlePlace(
                key: ByteString("k\(1000 + number / 2)"), path: number == 0 ? "" : Values.text(&random),
                section: Values.section(&random))
        }
        let (told, named) = (try Place(), try Place())
        let (toldHistory, namedHistory) = (try told.write(), try named.write())
        for _ in 0..<2 {
            var restatements: [DayRestatement] = []
            for day in [Sample.monday, Sample.tuesday, Sample.wednesday] {
                // Of each article one of its two pages.
                let pages = (0..<100).filter { _ in Bool.random(using: &random) }
                    .map { UInt32($0 * 2 + Int.random(in: 0...1, using: &random)) }
                restatements.append(
                    DayRestatement(day: day, totals: totals(day, pages.map { names[Int($0)] }), pages: pages))
            }
            try commit(restatements, to: toldHistory)
            for index in restatements.indices { restatements[index].pages = [] }
            try commit(restatements, to: namedHistory)
        }
        #expect(try places(toldHistory) == places(namedHistory), "seed \(seed)")
        for day in [Sample.monday, Sample.tuesday, Sample.wednesday] {
            #expect(try told.read().totals(of: day) == named.read().totals(of: day), "seed \(seed)")
            #expect(try told.read().totals(of: day) == toldHistory.latestTotals(of: day), "seed \(seed)")
        }
    }

    @Test(
        "More places than a statement takes are all there, empty texts told from none", arguments: [1, 63, 64, 65, 200])
    func many(count: Int) throws {
        let place = try Place()
        let history = try place.write()
        var names = (0..<count).map { number in
            let key = ByteString("k\(1000 + number)")
            return ArticlePlace(key: key, path: number % 2 == 0 ? key : "/p", section: number % 3 == 0 ? nil : "s")
        }
        names[0] = ArticlePlace(key: "", path: count == 1 ? "" : "/", section: "")
        let totals = totals(Sample.monday, names)
        try commit([DayRestatement(day: Sample.monday, totals: totals)], to: history)
        #expect(try place.read().totals(of: Sample.monday) == totals)
        let rows = try history.read {
            try Row.fetchAll($0, sql: "SELECT number, path, section FROM place ORDER BY number")
        }
        #expect(try rows.map { try Fields($0, of: "place").integer(0) } == (1...Int64(count)).map(\.self))
        #expect(rows[0]["path"] as DatabaseValue == (count == 1 ? .null : "/".utf8Bytes))
        #expect(rows[0]["section"] as DatabaseValue == "".utf8Bytes)
    }

    @Test(
        "Whatever the file says of the number given last, none is given twice",
        arguments: [
            "UPDATE sqlite_sequence SET seq = -7", "DELETE FROM sqlite_sequence", "UPDATE sqlite_sequence SET seq = 0",
        ])
    func sequence(sql: String) throws {
        let place = try Place()
        do {
            let history = try place.write()
            try commit([DayRestatement(day: Sample.monday, totals: totals(Sample.monday, [name("a")]))], to: history)
            try history.queue.write { try $0.execute(sql: sql + (sql.hasPrefix("U") ? " WHERE name = 'place'" : "")) }
        }
        let history = try place.write()
        let both = totals(Sample.tuesday, [name("a"), name("b")])
        try commit([DayRestatement(day: Sample.tuesday, totals: both)], to: history)
        #expect(try place.read().totals(of: Sample.tuesday) == both)
        #expect(try places(history).map { try Fields($0, of: "place").integer(0) } == [1, 2])
    }

    @Test("A number given last that is none is damage")
    func damagedSequence() throws {
        let place = try Place()
        let history = try place.write()
        try commit([DayRestatement(day: Sample.monday, totals: totals(Sample.monday, [name("a")]))], to: history)
        for (value, said) in [
            ("'x'", "seq is no number"), ("4294967295", "has no number left"), ("4000000000", "has no number left"),
        ] {
            try history.queue.write {
                try $0.execute(sql: "UPDATE sqlite_sequence SET seq = \(value) WHERE name = 'place'")
            }
            let error = failure {
                try commit(
                    [DayRestatement(day: Sample.tuesday, totals: totals(Sample.tuesday, [name("b")]))], to: history)
            }
            #expect(error?.message.contains(said) == true, "\(error?.message ?? "no error")")
        }
    }

    @Test("The totals of a commit are known without the file once, until something else is written")
    func latest() throws {
        let place = try Place()
        let history = try place.write()
        let monday = totals(Sample.monday, [name("a")])
        try commit([DayRestatement(day: Sample.monday, totals: monday)], to: history)
        try history.queue.write { try $0.execute(sql: "UPDATE day SET articles = x'0200', minutes = x'010000'") }
        #expect(try history.latestTotals(of: Sample.monday) == monday)
        #expect(try history.latestTotals(of: Sample.monday)?.articles == [], "they are handed over once")
        #expect(try history.totals(of: Sample.monday)?.articles == [])
        try commit([DayRestatement(day: Sample.tuesday, totals: totals(Sample.tuesday, [name("b")]))], to: history)
        #expect(try history.latestTotals(of: Sample.monday)?.articles == [])
        try commit([DayRestatement(day: Sample.tuesday, totals: nil)], to: history)
        #expect(try history.latestTotals(of: Sample.tuesday) == nil)
    }

    private func name(_ key: ByteString) -> ArticlePlace { ArticlePlace(key: key, path: "/", section: "s") }

    private func totals(_ day: CalendarDay, _ names: [ArticlePlace]) -> DayTotals {
        var totals = Sample.totals(day)
        totals.articles = names.map {
            ArticleCounts(key: $0.key, path: $0.path, section: $0.section, views: 2, visitors: 1, rawClicks: 3)
        }
        totals.minuteViews = MinuteViews(cells: [])
        return totals
    }

    private func commit(_ restatements: [DayRestatement], to history: History) throws {
        var change = try Sample.change(history, at: Sample.night(after: Sample.wednesday))
        change.totals = restatements
        try history.commit(change)
    }

    private func places(_ history: History) throws -> [Row] {
        try history.read { try Row.fetchAll($0, sql: "SELECT * FROM place ORDER BY number") }
    }
}

extension String {
    fileprivate var utf8Bytes: DatabaseValue { Data(utf8).databaseValue }
}
