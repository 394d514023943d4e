import ArticleRanking
import Foundation
import GRDB
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Headlines")
struct HeadlineTests {
    private static let thursday = Sample.wednesday.next

    /// Monday to Wednesday with the article `a`, Tuesday with `b` besides; runs 1 to 3.
    private func counted(_ place: Place) throws -> History {
        let history = try place.write()
        try history.count(["a"], on: Sample.monday)
        try history.count(["a", "b"], on: Sample.tuesday)
        try history.count(["a"], on: Sample.wednesday)
        return history
    }

    @Test("The first title holds on all days, also before it was seen, and all days with the article are written again")
    func firstSeen() throws {
        let place = try Place()
        let history = try counted(place)
        try history.see(["b": Headline(title: "B")], on: Sample.wednesday)
        #expect(try history.title(of: "b", on: Sample.monday) == "B")
        #expect(try history.title(of: "b", on: Self.thursday) == "B")
        #expect(try history.title(of: "a", on: Sample.tuesday) == nil)
        #expect(try history.days(ofRevision: 4) == [Sample.tuesday])
        #expect(try history.days().allSatisfy { $0.version == 1 })
        try history.see(["a": Headline(title: "A")], on: Sample.wednesday)
        #expect(try history.days(ofRevision: 5) == [Sample.monday, Sample.tuesday, Sample.wednesday])
    }

    @Test("A title that changes holds from its day on, and only days from then on are written again")
    func changed() throws {
        let place = try Place()
        let history = try counted(place)
        try history.see(["a": Headline(title: "A")], on: Sample.monday)
        try history.see(["a": Headline(title: "A (Update 4)")], on: Sample.tuesday)
        #expect(try history.title(of: "a", on: Sample.monday) == "A")
        #expect(try history.title(of: "a", on: Sample.tuesday) == "A (Update 4)")
        #expect(try history.title(of: "a", on: Self.thursday) == "A (Update 4)")
        #expect(try history.days(ofRevision: 5) == [Sample.tuesday, Sample.wednesday])
        // And back again: a third version.
        try history.see(["a": Headline(title: "A")], on: Sample.wednesday)
        #expect(try history.title(of: "a", on: Sample.tuesday) == "A (Update 4)")
        #expect(try history.title(of: "a", on: Sample.wednesday) == "A")
        #expect(try history.days(ofRevision: 6) == [Sample.wednesday])
        #expect(try history.rows()["headline"] == 3)
    }

    @Test("Another run on one day takes the place of that day's version, the first one's for all days before")
    func sameDay() throws {
        let place = try Place()
        let history = try counted(place)
        try history.see(["a": Headline(title: "Wrong")], on: Sample.tuesday)
        try history.see(["a": Headline(title: "Right")], on: Sample.tuesday)
        #expect(try history.title(of: "a", on: Sample.monday) == "Right")
        #expect(try history.days(ofRevision: 5).count == 3)
        try history.see(["a": Headline(title: "Later")], on: Sample.wednesday)
        try history.see(["a": Headline(title: "Latest")], on: Sample.wednesday)
        #expect(try history.title(of: "a", on: Sample.wednesday) == "Latest")
        #expect(try history.days(ofRevision: 7) == [Sample.wednesday])
        // Taken back on the same day: nothing is left of it.
        try history.see(["a": Headline(title: "Right")], on: Sample.wednesday)
        #expect(try history.title(of: "a", on: Sample.wednesday) == "Right")
        #expect(try history.days(ofRevision: 8) == [Sample.wednesday])
        #expect(try history.rows()["headline"] == 1)
    }

    @Test("A night that brings nothing new touches nothing but the day of the last sighting")
    func nothingNew() throws {
        let place = try Place()
        let history = try counted(place)
        let headlines: [ByteString: Headline] = [
            "a": Headline(title: "A", section: "x", published: PublicationTime(second: 5, isDay: true), url: "u"),
            "unread": Headline(title: "Nobody reads it"),
        ]
        try history.see(headlines, on: Sample.tuesday)
        func tables() throws -> [String] {
            try history.read { db in
                try ["day", "source", "site", "headline"].flatMap { table in
                    try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { row in
                        "\(table) "
                            + row.filter { $0.0 != "last_seen" }.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
                    }
                }
            }
        }
        let before = try tables()
        try history.see(headlines, on: Self.thursday)
        #expect(try tables() == before)
        let seen = try history.read { try Int32.fetchAll($0, sql: "SELECT last_seen FROM headline") }
        #expect(seen == [Self.thursday.number, Self.thursday.number])
        // What the catalogue no longer names was not seen, and still holds.
        try history.see(["a": Headline(title: "A")], on: Self.thursday.next)
        #expect(try tables() == before)
        #expect(try history.title(of: "unread", on: Self.thursday.next) == "Nobody reads it")
    }

    @Test("A field that is not said any more stays as it was")
    func missingFields() throws {
        let place = try Place()
        let history = try counted(place)
        let whole = Headline(title: "A", section: "x", published: PublicationTime(second: -7), url: "https://e/a")
        try history.see(["a": whole], on: Sample.monday)
        try history.see(["a": Headline(title: "B")], on: Sample.tuesday)
        var expected = whole
        expected.title = "B"
        #expect(try history.headlines(on: Sample.tuesday, of: ["a"])["a"] == expected)
        #expect(try history.headlines(on: Sample.monday, of: ["a"])["a"] == whole)
    }

    @Test("A run whose clock was put back says nothing of what was seen later")
    func clockPutBack() throws {
        let place = try Place()
        let history = try counted(place)
        try history.see(["a": Headline(title: "A")], on: Sample.monday)
        try history.see(["a": Headline(title: "A")], on: Sample.wednesday)
        try history.see(["a": Headline(title: "Old"), "b": Headline(title: "B")], on: Sample.tuesday)
        #expect(try history.title(of: "a", on: Self.thursday) == "A")
        #expect(try history.title(of: "a", on: Sample.tuesday) == "A")
        #expect(try history.title(of: "b", on: Sample.tuesday) == "B")
        #expect(try history.days(ofRevision: 6) == [Sample.tuesday])
    }

    @Test("A closed day gets titles, and keeps its counts")
    func closedDay() throws {
        let place = try Place()
        let history = try counted(place)
        var change = try Sample.change(history, at: Sample.night(after: Self.thursday))
        change.closing = [Sample.monday]
        change.headlines = HeadlineSighting(day: Self.thursday, headlines: Headlines(["a": Headline(title: "A")]))
        let totals = try history.totals(of: Sample.monday)
        try history.commit(change)
        #expect(try history.days().map(\.isClosed) == [true, false, false])
        #expect(try history.days(ofRevision: 4).count == 3)
        #expect(try history.totals(of: Sample.monday) == totals)
    }

    @Test("A purge leaves the versions that hold on a day that is kept, and the last one of each article")
    func purge() throws {
        let place = try Place()
        let history = try counted(place)
        for (title, day) in [("1", Sample.monday), ("2", Sample.tuesday), ("3", Sample.wednesday)] {
            try history.see(["a": Headline(title: title)], on: day)
        }
        try history.see(["old": Headline(title: "Old")], on: Sample.wednesday)
        #expect(try history.purge(before: Sample.tuesday) == 1)
        #expect(try history.rows()["headline"] == 3)
        #expect(try history.title(of: "a", on: Sample.tuesday) == "2")
        #expect(try history.purge(before: Self.thursday.next) == 2)
        #expect(try history.rows()["headline"] == 2)
        #expect(try history.title(of: "a", on: Self.thursday.next) == "3")
        #expect(try history.title(of: "old", on: Self.thursday.next) == "Old")
    }

    @Test(
        "Every text comes back byte for byte, and texts that only look alike are two",
        arguments: [
            "A\0B", "　全角　空白　", "\u{202E}evil", "caf\u{E9}", "cafe\u{301}", "line\nline", "'; DROP TABLE day; --",
            String(repeating: "長い題", count: 20_000),
        ])
    func texts(title: String) throws {
        let place = try Place()
        let history = try counted(place)
        try history.see(["a": Headline(title: "caf\u{E9}", section: "%E3", url: "x")], on: Sample.monday)
        let headline = Headline(title: title, section: ByteString([0xFF, 0x00]), url: title)
        try history.see(["a": headline], on: Sample.tuesday)
        let read = try #require(try place.reopened(history).headlines(on: Sample.tuesday, of: ["a"])["a"])
        #expect(Array(read.title.utf8) == Array(title.utf8))
        #expect(read.url.map { Array($0.utf8) } == Array(title.utf8))
        #expect(read.section == ByteString([0xFF, 0x00]))
    }

    @Test("What could not be read back is not kept")
    func impossible() throws {
        let place = try Place()
        let history = try counted(place)
        let far = CalendarDay(number: 900_000)
        try history.see(
            [
                "a": Headline(title: "A", section: "", published: PublicationTime(second: .max), url: ""),
                "b": Headline(title: ""),
            ], on: Sample.monday)
        #expect(
            try history.headlines(on: Sample.monday, of: ["a", "b"]).inOrder.map(\.headline) == [Headline(title: "A")])
        try history.see(["a": Headline(title: "Far")], on: far)
        #expect(try history.title(of: "a", on: Sample.monday) == "A")
        #expect(try history.title(of: "a", on: far) == "Far")
    }

    @Test("A run without a catalogue says nothing of headlines")
    func none() throws {
        let place = try Place()
        let history = try counted(place)
        #expect(try history.headlines(on: Sample.monday, of: ["a"]).isEmpty)
        try history.see([:], on: Sample.monday)
        #expect(try history.rows()["headline"] == nil)
    }
}

extension Place {
    /// The same file, opened beside a writer to read it.
    fileprivate func reopened(_ writer: History) throws -> History { try read() }
}
