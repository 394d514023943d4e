import ArticleRanking
import Foundation
import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Histories of earlier versions")
struct MigrationTests {
    /// A store that a released program wrote, as SQL.
    private func store(version: Int) throws -> Place {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Stores/version-\(version).sql")
        let place = try Place()
        let queue = try DatabaseQueue(path: place.path)
        let sql = try String(contentsOf: file, encoding: .utf8)
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
        try queue.close()
        return place
    }

    @Test(
        "A history of version 1 keeps all it has, gets headlines, its articles by number, and says that it is of version 4"
    )
    func versionOne() throws {
        let place = try store(version: 1)
        #expect(Array(try place.bytes()[60..<64]) == [0, 0, 0, 1])
        let error = failure { _ = try place.read() }
        #expect(
            error?.message
                == "\(place.path): was written by an older accessrank; count some logs with this one first")
        let history = try place.write()
        #expect(Array(try place.bytes()[60..<64]) == [0, 0, 0, 4])
        #expect(
            try history.days().map { "\($0.day) v\($0.version) r\($0.revision) \($0.views)" }
                == ["2026-03-01 v1 r1 2", "2026-03-02 v1 r1 2"])
        #expect(try history.sources().map(\.name) == ["access.log"])
        let monday = try #require(CalendarDay(iso: "2026-03-02"))
        #expect(try history.totals(of: monday)?.articles.map(\.key) == ["/news/bridge", "/sports/cup"])
        #expect(try history.parts(of: [monday]).first?.day.clicks.map(\.count) == [2])
        #expect(try history.headlines(on: monday, of: ["/news/bridge"]).isEmpty)

        var change = try Sample.change(history, at: Sample.night(after: monday))
        change.headlines = HeadlineSighting(
            day: monday.next, headlines: Headlines(["/news/bridge": Headline(title: "The bridge")]))
        try history.commit(change)
        #expect(try history.headlines(on: monday, of: ["/news/bridge"])["/news/bridge"]?.title == "The bridge")
        #expect(try history.days().map(\.revision) == [2, 2])
        #expect(try history.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    }

    @Test("Once it is of this version, opening it again changes no byte")
    func twice() throws {
        let place = try store(version: 1)
        do { _ = try place.write() }
        let before = try place.bytes()
        do { _ = try place.write() }
        do { #expect(try place.read().days().count == 2) }
        #expect(try place.bytes() == before)
    }
}
