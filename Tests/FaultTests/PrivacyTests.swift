import Foundation
import Glibc
import ProgramTestSupport
import TestSupport
import Testing

/// A thousand readers, of whom nothing is to be found again.
@Suite("Privacy")
struct PrivacyTests {
    /// Lines of readers, each with an address, an agent, a referrer and a query of its own.
    private struct Readers {
        var log: [[UInt8]] = []
        var needles = Needles()

        init() throws {
            var random = SeededGenerator(seed: 1000)
            var addresses: [String] = []
            var agents: [String] = []
            var visitors: [String] = []
            var others: [String] = []
            for number in 0..<1000 {
                func word(_ length: Int) -> String {
                    String(
                        (0..<length).map { _ in "abcdefghijkmnpqrstuvwxyz23456789".randomElement(using: &random) ?? "x"
                        })
                }
                let address =
                    number.isMultiple(of: 3)
                    ? "2001:db8:\(word4(&random)):\(word4(&random))::\(word4(&random))"
                    : "198.\(18 + number % 2).\(100 + number % 150).\(100 + Int.random(in: 0..<150, using: &random))"
                let agent = "Mozilla/5.0 (X11; \(word(12))) Gecko/20100101 \(word(9))"
                let referrer = "https://\(word(14)).example/\(word(10))"
                let query = "reader=\(word(16))"
                addresses.append(address)
                agents.append(agent)
                visitors += ["\(address)\(agent)", "\(address) \(agent)", "\(address)\0\(agent)", "\(agent)\(address)"]
                others += [referrer, query]
                let time = String(format: "%02d:%02d:%02d", 8 + number % 12, number % 60, number % 59)
                for article in 0..<3 {
                    let line =
                        "\(address) - reader\(number)x [01/Mar/2026:\(time) +0000] \"GET /news/story-\(article)?\(query) "
                        + "HTTP/1.1\" 200 99 \"\(referrer)\" \"\(agent)\"\n"
                    log.append(Array(line.utf8))
                }
            }
            try needles.addWithHashes(addresses, "address")
            try needles.addWithHashes(agents, "agent")
            try needles.addWithHashes(visitors, "visitor")
            try needles.addWithHashes(others, "referrer or query")
        }
    }

    private static let arguments = ["--profile", "site.yaml", "--now", "2026-03-02T01:00:00Z", "--summary", "summary"]

    @Test("No address, agent, referrer or query is in the history, its journal, the reports or the messages")
    func nothingIsKept() throws {
        let readers = try Readers()
        #expect(readers.needles.count > 40_000)
        let scratch = try Scratch()
        try scratch.write(Array("site: A\n".utf8), to: "site.yaml")
        let input = try Scratch()
        // The second log is damaged, and has lines that fit no format: messages show what they are about.
        try input.write(readers.log.prefix(2000).flatMap(\.self), to: "first.log")
        let second = readers.log.dropFirst(1500).flatMap(\.self) + Array("no line of a log\n".utf8)
        try input.write(second, to: "second.log")
        try input.write(Gzip.member(second).dropLast(9), to: "damaged.log.gz")

        for (log, status) in [("first.log", 0), ("damaged.log.gz", 65), ("second.log", 0)] {
            let ending = try Program.accessrank(["process", input.place(log)] + Self.arguments).run(in: scratch)
            #expect(ending.status == status, "\(ending.errors)")
            expectNothing(of: readers, in: ending.stderr + ending.stdout, "the messages")
            expectNothing(of: readers, below: scratch)
        }
        // The detector finds what is there.
        #expect(readers.needles.found(in: readers.log[0]).count >= 4)
    }

    @Test(
        "A run that was killed in the middle of its commit leaves nothing of them either",
        .enabled("strace is missing, or may not trace here") { Faults.canTrace })
    func nothingIsLeftBehind() throws {
        let readers = try Readers()
        let scratch = try Scratch()
        try scratch.write(Array("site: A\n".utf8), to: "site.yaml")
        let input = try Scratch()
        try input.write(readers.log.prefix(2000).flatMap(\.self), to: "first.log")
        try input.write(readers.log.dropFirst(1000).flatMap(\.self), to: "second.log")
        let first = Program.accessrank(["process", input.place("first.log")] + Self.arguments)
        #expect(try first.run(in: scratch).status == 0)

        let second = Program.accessrank(["process", input.place("second.log")] + Self.arguments)
        var journals = 0
        for call in 1...Faults.count(short: 4, long: 12) {
            for name in ["fdatasync", "fsync", "pwrite64", "unlink"] {
                let ending = try Strace.injecting(.kill, at: .init(name: name, number: call), into: second)
                    .run(in: scratch)
                expectNothing(of: readers, in: ending.stderr, "the messages")
                expectNothing(of: readers, below: scratch)
                let files = (try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []
                journals += files.contains { $0.hasSuffix("-journal") } ? 1 : 0
            }
        }
        #expect(journals > 0, "no run died in its commit")
        #expect(try second.run(in: scratch).status == 0)
        expectNothing(of: readers, below: scratch)
    }

    private func expectNothing(of readers: Readers, below scratch: Scratch) {
        for (name, entry) in scratch.tree(".").entries {
            if case .file(let bytes) = entry { expectNothing(of: readers, in: bytes, name) }
        }
    }

    private func expectNothing(of readers: Readers, in bytes: [UInt8], _ place: String) {
        let found = readers.needles.found(in: bytes)
        #expect(found.isEmpty, "\(place): \(found.count), such as \(found.first ?? "")")
    }
}

/// Four hexadecimal digits, the first not 0.
private func word4(_ random: inout SeededGenerator) -> String {
    String(Int.random(in: 0x1000...0xFFFF, using: &random), radix: 16)
}
