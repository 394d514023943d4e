import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Damaged sources")
struct DamagedSourceTests {
    /// Three members with lines across them, and one whose checksum is wrong.
    private static func damaged(_ content: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var file = Gzip.members(content, upTo: 3, using: &generator)
        var last = Gzip.member(Array("192.0.2.1 - - [02/Mar/2026:06:00:00 +0000] \"GET /a HTTP/1.1\" 200 5\n".utf8))
        last[last.count - 8] ^= 1
        file += last
        return file
    }

    @Test("Nothing of a damaged source is in the result", arguments: 0..<12 as Range<UInt64>)
    func leavesNothing(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let other = try #require(SmallLog(seed: seed + 9 * 35))
        let run = try CountingRun(log.rules, format: log.format)
        var generator = SeededGenerator(seed: seed)
        let broken = Self.damaged(other.content, using: &generator)
        let expected = try run.counted([log.content])
        for order in [[0, 1], [1, 0]] {
            var counter = run.counter()
            for number in order {
                let input = try LogInput(
                    opening: try run.path(of: number == 0 ? log.content : broken, number: number))
                if number == 0 {
                    try counter.count(LogStream(input), as: 0, layout: .standard(log.format))
                } else {
                    #expect(throws: LogReadError.self) {
                        try counter.count(LogStream(input), as: 1, layout: .standard(log.format))
                    }
                }
            }
            let worker = counter.finish()
            #expect(worker.sources.keys.sorted() == [0])
            let reduction = run.reduction([worker])
            #expect(reduction.accounting == expected.accounting, "seed \(seed), order \(order)")
            #expect(reduction.days == expected.days, "seed \(seed), order \(order)")
        }
    }

    @Test("Of a damaged source, the complete lines of the complete members can be counted", arguments: 100..<130)
    func salvaged(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        var generator = SeededGenerator(seed: seed)
        // Ends anywhere, also within a line.
        let good = Array(log.content.prefix(Int.random(in: 0...log.content.count, using: &generator)))
        let path = try run.path(of: Self.damaged(good, using: &generator), number: 0)
        var counter = run.counter()
        let input = try LogInput(opening: path)
        let error = #expect(throws: LogReadError.self) {
            try counter.count(LogStream(input), as: 0, layout: .standard(log.format))
        }
        guard case .damaged(_, _, .wrongChecksum, let goodBytes) = error else {
            Issue.record("seed \(seed): \(String(describing: error))")
            return
        }
        #expect(goodBytes == Int64(good.count))
        try input.rewind()
        try counter.count(LogStream(input, limit: goodBytes), as: 0, layout: .standard(log.format), isCut: true)
        let reduction = run.reduction([counter.finish()])
        var twin = PlainCounter(log.rules, now: log.now, hasVirtualHost: log.format.hasVirtualHost)
        twin.read(good, isCut: true)
        let (accounting, days) = twin.finish()
        #expect(reduction.accounting == accounting, "seed \(seed)")
        #expect(reduction.days == days, "seed \(seed)")
    }

    @Test("A damaged source makes all days of the run incomplete")
    func incomplete() throws {
        let log = try #require(SmallLog(seed: 1))
        let run = try CountingRun(log.rules, format: log.format)
        let worker = try run.worker([0: log.content])
        let days = run.reduction([worker], incomplete: true).days
        #expect(!days.isEmpty)
        #expect(days.allSatisfy { $0.coverage.incomplete })
    }
}
