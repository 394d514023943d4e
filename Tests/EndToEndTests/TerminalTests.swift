import Foundation
import ProgramTestSupport
import Testing

/// What is seen on a terminal, which `script` of util-linux plays.
@Suite(
    "Terminal",
    .enabled("no /usr/bin/script (util-linux), which plays a terminal") { PlayedTerminal.isThere })
struct TerminalTests {
    private static let clearLine = "\r\u{1B}[K"

    private func seen(_ line: String, term: String?, environment: [String: String] = [:]) throws -> String {
        try PlayedTerminal(term: term, environment: environment).seen(line)
    }

    private static let result = """
        Most read on 2024-05-01:
                 3  /news/bridge
                 2  /news/ferry
                 1  /sport/regatta

                17  lines, of which
                12  view
                 1  double-click
                 1  robot
                 1  other-page
                 1  other-status
                 1  other-method

        Reports: reports/index.md

        """

    @Test("A progress line that is cleared, then the top of the newest complete day and the accounting")
    func progressAndResult() throws {
        let seen = try seen("accessrank process large.log", term: "xterm")
        let lines = seen.components(separatedBy: Self.clearLine)
        #expect(lines.count >= 3)
        #expect(lines.first == "")
        for line in lines.dropFirst().dropLast() {
            #expect(line.wholeMatch(of: /[0-9.]+ MB of 1\.1 MB, [0-9,]+ lines\/s, [0-9]+:[0-9]{2} left/) != nil)
        }
        let result = try #require(lines.last)
        #expect(result.hasPrefix("Most read on 2024-05-01:\n     1,200  /news/bridge\n"))
        #expect(result.contains("\n     6,800  lines, of which\n     4,800  view\n       400  double-click\n"))
        #expect(result.hasSuffix("\n\nReports: reports/index.md\n"))
    }

    @Test("Logs that were not read are counted at the end of the result")
    func unread() throws {
        let process = "accessrank process access.log 2> /dev/null"
        let seen = try seen("touch -d 2020-01-01 access.log; \(process); accessrank process access.log", term: "xterm")
        #expect(
            seen
                == "         0  lines, of which\n         1  log is as before, and not read again\n\nReports: reports/index.md\n"
        )
    }

    @Test("The progress line is gone before a summary comes to the same terminal")
    func summaryOnTheTerminal() throws {
        let seen = try seen("accessrank process large.log --summary -", term: "xterm")
        #expect(seen.contains(Self.clearLine + "{\n"))
    }

    @Test(
        "A narrow terminal is told less of the progress, and no more than it is wide",
        arguments: [
            (12, "0:00 left"), (30, "1.1 MB of 1.1 MB, 0:00 left"), (40, "1.1 MB of 1.1 MB, 0:00 left"), (6, "0:00 "),
        ])
    func narrow(columns: Int, longest: String) throws {
        let seen = try seen("stty cols \(columns); accessrank process large.log", term: "xterm")
        let progress = try #require(seen.components(separatedBy: Self.clearLine).dropFirst().first)
        #expect(progress.count < columns)
        let shape = progress.replacing(/[0-9]/, with: "0")
        #expect(shape == longest.replacing(/[0-9]/, with: "0"))
    }

    @Test("A terminal that cannot clear a line gets none to be cleared", arguments: ["dumb", "", nil])
    func dumb(term: String?) throws {
        #expect(try seen("accessrank process access.log", term: term) == Self.result)
        #expect(!(try seen("accessrank process large.log", term: term)).contains("\u{1B}"))
    }

    @Test("There are no colours, with or without NO_COLOR", arguments: [[:], ["NO_COLOR": "1"]])
    func noColours(environment: [String: String]) throws {
        let seen = try seen("accessrank process access.log missing.log; true", term: "xterm", environment: environment)
        #expect(seen.contains("missing.log: cannot be opened"))
        let all = try self.seen("accessrank process large.log", term: "xterm-256color", environment: environment)
        #expect(!all.replacing(Self.clearLine, with: "").contains("\u{1B}"))
    }

    @Test("Quiet is quiet on a terminal too, and so is a run whose messages go elsewhere")
    func quiet() throws {
        #expect(try seen("accessrank process large.log --quiet", term: "xterm") == "")
        #expect(try seen("accessrank process large.log 2>messages; cat messages", term: "xterm") == "")
    }

    @Test("A name that is hostile to terminals is shown, not obeyed")
    func hostileName() throws {
        let seen = try seen("accessrank process access.log --reports \"$(printf 'r\\033[31m')\"", term: "dumb")
        #expect(seen.hasSuffix("Reports: r\\x1b[31m/index.md\n"))
    }
}
