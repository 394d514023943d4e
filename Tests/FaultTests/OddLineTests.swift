import Foundation
import LogSynthesis
import ProgramTestSupport
import TestSupport
import Testing

/// A server whose clock went wrong for one line.
@Suite("Odd times")
struct OddLineTests {
    @Test(
        "One line from another time among many changes nothing but the accounting",
        arguments: [
            "14/Jul/2099:12:00:00 +0900", "31/Dec/9999:23:59:59 +0000", "01/Jan/1970:00:00:00 +0000",
            "31/Feb/2026:12:00:00 +0900",
        ])
    func oddLine(time: String) throws {
        let logs = try SiteSynthesis(
            SynthesisOptions(
                lines: Faults.count(short: 20_000, long: 100_000), days: 2, articles: 50, seed: 6,
                timezone: "Asia/Tokyo")
        ).synthesize()
        let lines = logs.files.flatMap { $0.bytes.split(separator: UInt8(ascii: "\n")) }
        let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:124.0) Gecko/20100101 Firefox/124.0"
        let target = "GET /politics/20260301-oddone HTTP/1.1"
        let odd = Array("198.51.100.7 - - [\(time)] \"\(target)\" 200 512 \"-\" \"\(agent)\"".utf8)

        let scratch = try Scratch()
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        for (name, place) in [("without", nil), ("first", 0), ("middle", lines.count / 2), ("last", lines.count)] {
            var some = lines
            if let place { some.insert(odd[...], at: place) }
            try scratch.write(Array(some.joined(separator: [UInt8(ascii: "\n")])), to: "\(name).log")
            let ending = try Program.accessrank([
                "process", "\(name).log", "--profile", "site.yaml", "--now", "2026-03-03T00:30:00+09:00", "--reports",
                name, "--history", "\(name).sqlite",
            ]).run(in: scratch)
            #expect(ending == Program.Ending(stdout: [], stderr: [], status: 0), "\(name): \(ending.errors)")
            for day in logs.truth.days.map(\.day) {
                let difference = scratch.tree("\(name)/\(day)").difference(from: scratch.tree("without/\(day)"))
                #expect(difference == nil, "\(name) \(day)")
            }
        }
    }
}
