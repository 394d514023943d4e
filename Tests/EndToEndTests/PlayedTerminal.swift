import Foundation
import ProgramTestSupport
import Testing

/// A terminal that `script` of util-linux plays, and what is seen on it.
struct PlayedTerminal {
    var term: String? = "xterm"
    var environment: [String: String] = [:]
    /// Columns; nil for a terminal that does not know.
    var columns: Int?

    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    /// Runs a line of shell, with `accessrank`, two logs, a list of headlines and `TERM`.
    func seen(_ line: String) throws -> String {
        let scratch = try Scratch()
        try scratch.write(CaseInput(["two-days.txt"], in: scratch).bytes, to: "access.log")
        // Large enough that there is progress to show, and each time by other readers.
        let lines = String(decoding: try CaseInput(["two-days.txt"], in: scratch).bytes, as: UTF8.self)
        let large = (0..<400).map { lines.replacing("192.0.2.", with: "192.\($0 / 100).\($0 % 100).") }.joined()
        try scratch.write(Array(large.utf8), to: "large.log")
        try scratch.write(Array(Self.headlines.utf8), to: "headlines.csv")
        let size = columns.map { "stty cols \($0); " } ?? ""
        var program = Program(
            executable: URL(fileURLWithPath: "/usr/bin/script"), arguments: ["-qec", size + line, "/dev/null"])
        program.environment = environment.merging(["PATH": "\(Binary.folder):/usr/bin:/bin", "SHELL": "/bin/sh"]) { $1 }
        program.environment["TERM"] = term
        let ending = try program.run(in: scratch)
        #expect(ending.status == 0)
        return ending.output.replacing("\r\n", with: "\n")
    }

    private static let headlines = """
        path,title
        /news/bridge,気象台、新しい橋の計画について議論し、三つの町の住民が参加する
        /news/ferry,The ferry – “late” again
        /sport/regatta,Cafe\u{301} racers win the regatta on a river that is longer than any line of a terminal should be

        """
}
