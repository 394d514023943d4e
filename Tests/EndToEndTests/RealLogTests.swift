import Foundation
import ProgramTestSupport
import TestSupport
import Testing

enum RealLogs {
    /// Beside the project, or two folders up, where several copies of it are worked on.
    static let folder: String = {
        let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let candidates = ["../shared/logs", "../../shared/logs"].map { project.appendingPathComponent($0).path }
        return candidates.first { FileManager.default.fileExists(atPath: $0) } ?? candidates[0]
    }()
}

/// Logs of real sites, which are no part of the project, and what an independent program counted in them.
@Suite(
    "Real logs",
    .enabled("no folder ../shared/logs beside this copy of the project") {
        FileManager.default.fileExists(atPath: RealLogs.folder)
    })
struct RealLogTests {
    private static let noRobotList = Array("robots: {lists: []}\n".utf8)

    private func count(_ log: String, in scratch: Scratch, reports: String = "reports") throws -> Summary {
        try scratch.write(Self.noRobotList, to: "site.yaml")
        let ending = try Program.accessrank(
            ["process", log, "--profile", "site.yaml", "--reports", reports, "--summary", "-"]
        ).run(in: scratch)
        #expect(ending.errors == "")
        #expect(ending.status == 0)
        return try Summary(ending.stdout)
    }

    @Test("A personal site with lines out of order")
    func personalSite() throws {
        let scratch = try Scratch()
        let summary = try count("\(RealLogs.folder)/semicomplete-2015-05.log.gz", in: scratch)
        #expect(summary.lines == 10_000)
        #expect(
            summary.occurring == [
                "view": 2911, "double-click": 409, "robot": 45, "other-status": 416, "other-method": 48, "malformed": 1,
                "other-page": 6170,
            ])
        #expect(summary.days.map(\.day) == ["2015-05-17", "2015-05-18", "2015-05-19", "2015-05-20"])
        #expect(summary.days.map(\.views) == [520, 929, 775, 687])
        let top = ArticleRows(try scratch.text("reports/2015-05-18/articles.csv")).views(top: 3)
        #expect(top == ["/projects/xdotool 58", "/blog/tags/puppet 56", "/projects/xdotool/xdotool.xhtml 50"])
    }

    @Test("A shop with one more field, a zone of half an hour and Persian paths")
    func shop() throws {
        let summary = try count("\(RealLogs.folder)/shop-2019-01-22.log.gz", in: Scratch())
        #expect(summary.lines == 1000)
        #expect(
            summary.occurring == [
                "view": 743, "double-click": 98, "robot": 5, "other-status": 45, "other-method": 24, "other-page": 85,
            ])
    }

    @Test("Any shuffle, split and packing gives the same bytes", arguments: [1, 2])
    func anyPacking(seed: UInt64) throws {
        let scratch = try Scratch()
        _ = try count("\(RealLogs.folder)/semicomplete-2015-05.log.gz", in: scratch)
        let text = try Program(
            executable: URL(fileURLWithPath: "/bin/gzip"), arguments: ["-dc"],
            stdin: "\(RealLogs.folder)/semicomplete-2015-05.log.gz"
        ).run(in: scratch)
        var random = SeededGenerator(seed: seed)
        var lines = text.stdout.split(separator: UInt8(ascii: "\n")).shuffled(using: &random)[...]
        var names: [String] = []
        while !lines.isEmpty {
            let part = lines.prefix(Int.random(in: 1...4000, using: &random))
            lines = lines.dropFirst(part.count)
            names.append("part-\(names.count)")
            var bytes = Array(part.joined(separator: [UInt8(ascii: "\n")]))
            if Bool.random(using: &random) {
                let words = ["text=\(String(decoding: bytes, as: UTF8.self))", "gzip"]
                bytes = try CaseInput(words, in: scratch).bytes
            }
            try scratch.write(bytes, to: names[names.count - 1])
        }
        let ending = try Program.accessrank(
            ["process", "--no-history", "--profile", "site.yaml", "--reports", "parts"] + names
        ).run(in: scratch)
        #expect(ending == Program.Ending(stdout: [], stderr: [], status: 0))
        #expect(scratch.tree("parts").difference(from: scratch.tree("reports")) == nil)
    }
}
