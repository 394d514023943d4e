import LogReading
import Testing
import ViewCounting

@testable import ArticleRanking
@testable import Reporting

@Suite("A section that a user names")
struct UnknownSectionTests {
    @Test(
        "Is found as it is shown, as it was logged, and with other digits in its escapes",
        arguments: [
            ("politics", "politics"), ("Politics", "politics"), ("%E6%96%87%E5%8C%96", "%E6%96%87%E5%8C%96"),
            ("文化", "%E6%96%87%E5%8C%96"), ("%e6%96%87%e5%8c%96", "%E6%96%87%E5%8C%96"),
            ("%E6%96%87化", "%E6%96%87%E5%8C%96"), ("%70olitics", "politics"),
        ] as [(String, ByteString)])
    func found(typed: String, name: ByteString) throws {
        #expect(try MadeDay.complete().ranking.sections.find(typed, when: "")?.name == name)
    }

    @Test("Every section can be reached, however alike the names are")
    func alike() throws {
        let names: [ByteString] = [
            "a/b", "a%2Fb", "a%2fb", "A/b", "é", "e\u{301}", "%C3%A9", "=1", "x y", "x%20y", ByteString([0xFF]),
            "\u{1B}",
        ]
        let sections = names.map { SectionRanking(name: $0, ranking: Ranking([], previous: nil)) }
        for name in names {
            #expect(try sections.find(ShownText.of(name), when: "")?.name == name)
        }
    }

    @Test(
        "Where there is none of that name, those that there are are told",
        arguments: ["sprots", "", "poli", "politics "])
    func unknown(typed: String) throws {
        let error = #expect(throws: UnknownSection.self) { try RankOutput(of: MadeDay.complete(), section: typed) }
        #expect(error?.known == ["politics", "sports", "world", "文化"])
        #expect(
            error?.description
                == "no section \"\(typed)\" on 2026-03-02; there are: politics, sports, world, 文化")
    }

    @Test("A message is one line without anything hidden, and not longer for a hundred sections")
    func message() throws {
        let sections = (0..<100).map {
            SectionRanking(name: ByteString("s\($0)\n"), ranking: Ranking([], previous: nil))
        }
        let error = #expect(throws: UnknownSection.self) { try sections.find("\u{1B}[2J", when: "2026-03-02") }
        let text = try #require(error?.description)
        #expect(Hostile.unseen(in: text).isEmpty)
        #expect(
            text.hasPrefix(#"no section "\x1b[2J" on 2026-03-02; there are: s0\x0a, "#)
                && text.hasSuffix(" and 88 more"))
        let none = #expect(throws: UnknownSection.self) { try [SectionRanking]().find("a", when: "2026-03-02") }
        #expect(none?.description == "no section \"a\" on 2026-03-02; there are none")
    }
}
