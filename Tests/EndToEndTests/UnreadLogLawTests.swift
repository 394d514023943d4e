import Foundation
import ProgramTestSupport
import TestSupport
import Testing

@Suite("Logs that are not read")
struct UnreadLogLawTests {
    /// One of two histories of the same nights, with the reports beside it.
    private struct Twin {
        let name: String
        let options: [String]
        let scratch: Scratch

        func run(_ words: [String]) throws -> Program.Ending {
            try Program.accessrank(words + ["--profile", "site.yaml", "--history", "\(name).sqlite"]).run(in: scratch)
        }

        /// All that a run tells, and all that is there to be asked afterwards.
        func night(_ logs: [String], now: String, _ more: [String]) throws -> (told: [String], unread: Int) {
            let process = ["process"] + logs + ["--reports", name, "--now", now, "--summary", "-"]
            let ending = try run(process + options + more)
            let parts = ending.output.components(separatedBy: #""unchanged" : "#)
            let told =
                ["\(ending.status)", parts[0], UnreadLogLawTests.comparable(ending.errors)]
                + (try ["sources", "days"].map { try run([$0]).output })
            return (told, parts.count > 1 ? Int(parts[1].prefix { $0.isNumber }) ?? 0 : 0)
        }
    }

    /// Without the two warnings that judge the lines that were read (decision 16).
    private static func comparable(_ errors: String) -> String {
        errors.split(separator: "\n").filter {
            !$0.contains("patterns that no page of this run fits") && !$0.contains("readers behind one address")
        }.joined(separator: "\n")
    }

    @Test(
        "Whatever happens to logs between nights, all is told as if they had been read",
        arguments: 1...12 as ClosedRange<UInt64>)
    func sameAsVerified(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &* 1000)
        var logs = try NightsOfLogs(seed: seed)
        let hinted = Twin(name: "hinted", options: [], scratch: logs.scratch)
        let verified = Twin(name: "verified", options: ["--verify"], scratch: logs.scratch)
        var unread = 0
        // Of some, lines lie in the future on the first nights: such logs are read each time.
        let isEarly = seed.isMultiple(of: 3)
        var day = isEarly ? 2 : 5
        for night in 1...5 {
            let now = "2026-03-\(day < 10 ? "0" : "")\(day)T04:00:00Z"
            let more =
                night == 4
                ? ["--format", "combined"] : [[], [], ["--allow-damaged"]].randomElement(using: &random) ?? []
            let twins = try [hinted, verified].map { try $0.night(logs.names, now: now, more) }
            #expect(twins[0].told == twins[1].told, "seed \(seed), night \(night)")
            #expect(
                logs.scratch.tree("hinted").difference(from: logs.scratch.tree("verified")) == nil,
                "seed \(seed), night \(night)")
            #expect(twins[1].unread == 0)
            unread += twins[0].unread
            try between(night, now, [hinted, verified], logs, &random)
            try logs.pass()
            day += Int.random(in: 0...3, using: &random)
        }
        #expect(unread > 0 || isEarly, "seed \(seed): a law about nothing")
    }

    /// What may be done by hand before the next night.
    private func between(
        _ night: Int, _ now: String, _ twins: [Twin], _ logs: NightsOfLogs, _ random: inout SeededGenerator
    ) throws {
        let name = logs.names.randomElement(using: &random) ?? ""
        let words =
            [
                [], [], ["forget", name], ["forget", "\(night)"], ["rebuild"], ["purge", "--before", "2026-03-02"],
            ].randomElement(using: &random) ?? []
        guard !words.isEmpty else { return }
        let endings = try twins.map { try $0.run(words + ["--reports", $0.name, "--now", now]).status }
        #expect(endings[0] == endings[1], "\(words)")
    }
}
