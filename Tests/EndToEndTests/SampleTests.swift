import Foundation
import ProgramTestSupport
import Testing

/// `Samples/`, and the reports of it that are committed.
@Suite("Sample")
struct SampleTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// What the page of the sample names as worth looking for.
    enum Sight: String, CaseIterable {
        case climbs = "/local/stories/school-gardens-vote-on-the-second-tunnel-co22on"
        case falls = "20260302-emqc2y"
        case returns = "20260221-1d2mlz"
        case newHeadline = "20260301-bpdv9k"
        case flood = "20260303-2bqu12"
    }

    @Test("Counted night by night, it gives the reports that are committed")
    func reports() throws {
        let scratch = try copyOfSamples()
        let ending = try shell("Samples/nights.sh history.sqlite reports accessrank", in: scratch)
        #expect(ending.status == 0 && ending.output + ending.errors == "", "\(ending.output)\(ending.errors)")
        let committed = FileTree(at: SampleTests.project.appendingPathComponent("reports").path)
        let difference = scratch.tree("reports").difference(from: committed)
        #expect(difference == nil, "make report writes them anew")
    }

    @Test("The log of the third server is what its script writes")
    func thirdServer() throws {
        let comparison = "awk -f Samples/web3.awk | cmp - <(zcat Samples/logs/access-2026-03-03-web3.log.gz)"
        let ending = try shell(comparison, in: try copyOfSamples())
        #expect(ending.status == 0, "\(ending.output)\(ending.errors)")
    }

    @Test("What its page says can be seen in the reports is there", arguments: Sight.allCases)
    func sights(of sight: Sight) throws {
        let days = try ["2026-03-01", "2026-03-02", "2026-03-03"].map { day in
            let url = SampleTests.project.appendingPathComponent("reports/\(day)/articles.csv")
            let rows = ArticleRows(try String(contentsOf: url, encoding: .utf8)).rows
            return (row: rows.first { $0["article"] == sight.rawValue }, first: try #require(rows.first))
        }
        let last = try #require(days[2].row)
        switch sight {
        case .climbs: #expect(last["previous_rank"] == "21" && last["rank"] == "5")
        case .falls: #expect(last["previous_rank"] == "3" && last["rank"] == "22")
        case .returns:
            #expect(days[0].row != nil && days[1].row == nil)
            #expect(last["movement"] == "re-entry")
        case .newHeadline:
            #expect(days[1].row?["title"] == "Small bakeries pay for the long strike")
            #expect(last["title"] == "Small bakeries pay for the long strike (Update 2)")
        case .flood:
            let lines = try #require(last["raw_clicks"].flatMap { Int($0) })
            let best = try #require(days[2].first["views"].flatMap { Int($0) })
            #expect(last["rank"] == "2" && last["views"] == "64")
            #expect(lines > 400 && lines > best)
        }
    }

    private func copyOfSamples() throws -> Scratch {
        let scratch = try Scratch()
        try FileManager.default.copyItem(
            atPath: SampleTests.project.appendingPathComponent("Samples").path, toPath: scratch.place("Samples"))
        return scratch
    }

    private func shell(_ command: String, in scratch: Scratch) throws -> Program.Ending {
        var shell = Program(
            executable: URL(fileURLWithPath: "/bin/bash"), arguments: ["-euo", "pipefail", "-c", command])
        shell.environment["PATH"] = "\(Binary.folder):/usr/bin:/bin"
        return try shell.run(in: scratch)
    }
}
