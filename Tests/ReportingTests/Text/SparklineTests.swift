import TestSupport
import Testing

@testable import Reporting

@Suite("Sparklines")
struct SparklineTests {
    @Test(
        "Counts are bars of the greatest one",
        arguments: [
            ([], ""), ([0], "▁"), ([0, 0, 0], "▁▁▁"), ([1], "█"), ([5, 5], "██"),
            ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"),
            ([0, 1, 1_000_000], "▁▂█"), ([14, 13, 12, 2, 1], "██▇▂▂"), ([.max, .max - 1, 1, 0], "██▂▁"),
        ] as [([Int?], String)])
    func bars(counts: [Int?], line: String) {
        #expect(Sparkline.of(counts) == line)
    }

    @Test("What is not known is neither a bar nor a count of 0")
    func unknown() {
        #expect(Sparkline.of([nil, 0, nil, 3]) == "·▁·█")
        #expect(Sparkline.of([nil, nil]) == "··")
    }

    @Test(
        "More is never lower, 0 alone is lowest, the greatest alone sets the scale",
        arguments: 1...200 as ClosedRange<UInt64>)
    func laws(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let counts = (0..<Int.random(in: 1...30, using: &random)).map { _ in Int.random(in: 0...40, using: &random) }
        let line = Array(Sparkline.of(counts))
        #expect(line.count == counts.count, "seed \(seed)")
        for (count, bar) in zip(counts, line) {
            #expect((bar == "▁") == (count == 0), "seed \(seed)")
            for (other, otherBar) in zip(counts, line) where count <= other { #expect(bar <= otherBar, "seed \(seed)") }
        }
        #expect(Sparkline.of(counts.map { $0 * 3 }) == String(line), "seed \(seed)")
    }
}
