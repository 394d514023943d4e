import Foundation
import ProgramTestSupport
import Testing

/// The result on terminals of several widths, that know UTF-8 or not.
@Suite(
    "Text on a terminal", .enabled("no /usr/bin/script (util-linux), which plays a terminal") { PlayedTerminal.isThere }
)
struct TerminalTextTests {
    private static let utf8 = ["LANG": "ja_JP.UTF-8"]

    private func articles(_ columns: Int, _ environment: [String: String]) throws -> [String] {
        let terminal = PlayedTerminal(environment: environment, columns: columns)
        let seen = try terminal.seen("accessrank process access.log --catalog headlines.csv --no-history")
        let result = try #require(seen.components(separatedBy: "\r\u{1B}[K").last)
        return result.split(separator: "\n").dropFirst().prefix(3).map(String.init)
    }

    @Test("On 200 columns titles are whole")
    func wide() throws {
        #expect(
            try articles(200, Self.utf8) == [
                "         3  気象台、新しい橋の計画について議論し、三つの町の住民が参加する",
                "         2  The ferry – “late” again",
                "         1  Cafe\u{301} racers win the regatta on a river that is longer than any line of a terminal should be",
            ])
    }

    @Test("On 80 and 40 columns they are cut there, and a wide letter is two columns")
    func cut() throws {
        #expect(
            try articles(80, Self.utf8) == [
                "         3  気象台、新しい橋の計画について議論し、三つの町の住民が参加する",
                "         2  The ferry – “late” again",
                "         1  Cafe\u{301} racers win the regatta on a river that is longer than any line…",
            ])
        #expect(
            try articles(40, Self.utf8) == [
                "         3  気象台、新しい橋の計画につ…",
                "         2  The ferry – “late” again",
                "         1  Cafe\u{301} racers win the regatta…",
            ])
    }

    @Test(
        "Where the locale does not say UTF-8 all is ASCII, and a title of other letters gives way to the path",
        arguments: [[:], ["LC_ALL": "C", "LANG": "ja_JP.UTF-8"], ["LANG": "ja_JP.eucJP"], ["LC_CTYPE": "POSIX"]])
    func ascii(environment: [String: String]) throws {
        #expect(
            try articles(40, environment) == [
                "         3  /news/bridge", "         2  The ferry - \"late\" again", "         1  /sport/regatta",
            ])
    }

    @Test(
        "The first of LC_ALL, LC_CTYPE and LANG that is set says whether it is UTF-8",
        arguments: [
            ["LC_ALL": "C.UTF-8", "LANG": "C"], ["LC_CTYPE": "en_US.utf8"], ["LC_ALL": "", "LANG": "C.UTF-8"],
        ])
    func localeNames(environment: [String: String]) throws {
        #expect(try articles(80, environment)[1] == "         2  The ferry – “late” again")
    }

    @Test("What a command answers is ASCII on such a terminal, and UTF-8 in a pipe and in files")
    func answers() throws {
        let process = "accessrank process access.log --catalog headlines.csv --quiet; "
        let terminal = PlayedTerminal(columns: 40)
        let shown = try terminal.seen(process + "accessrank rank 2024-05-01; accessrank resolve /é")
        #expect(shown.contains("The ferry - "))
        #expect(shown.utf8.allSatisfy { $0 < 0x80 })
        let piped = try terminal.seen(process + "accessrank rank 2024-05-01 | cat; cat reports/2024-05-01/ranking.csv")
        #expect(piped.components(separatedBy: "気象台、新しい橋の計画について議論し、三つの町の住民が参加する").count == 3)
    }

    @Test("A message is ASCII on such a terminal, and UTF-8 in a file")
    func messages() throws {
        let terminal = PlayedTerminal()
        #expect(
            try terminal.seen("accessrank process é.log; true").contains("accessrank: \\u{e9}.log: cannot be opened"))
        #expect(try terminal.seen("accessrank process é.log 2>said; cat said").contains("accessrank: é.log: cannot"))
    }
}
