import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Kept pages")
struct KeptPagesTests {
    @Test(
        "By ranks of keys they are in the order in which they are by their names",
        arguments: 1...60 as ClosedRange<UInt64>)
    func ranks(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let table = Values.table(&random)
        // Other articles may lie between.
        let keys = Set(table.articles + (0..<20).map { _ in Values.text(&random) }).sorted()
        let ranks = try table.pages.map { page in
            UInt32(try #require(keys.firstIndex(of: table.articles[Int(page.article)])))
        }
        let plain = table.pages.indices.sorted { left, right in
            let (left, right) = (table.pages[left], table.pages[right])
            let keys = (table.articles[Int(left.article)], table.articles[Int(right.article)])
            return keys.0 == keys.1 ? left.path < right.path : keys.0 < keys.1
        }
        #expect(KeptPages(table).order == plain.map { UInt32($0) }, "seed \(seed)")
        #expect(KeptPages(table, ranks: ranks).order == plain.map { UInt32($0) }, "seed \(seed)")
    }

    @Test("Some of a table's pages are written with their own names", arguments: 1...60 as ClosedRange<UInt64>)
    func some(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let table = Values.table(&random)
        let kept = KeptPages(table)
        let chosen = kept.order.filter { _ in Bool.random(using: &random) }
        let read = try PageTableBlob.encode(chosen, of: kept).bytes.withUnsafeBytes(PageTableBlob.decode)
        #expect(read.pages.count == chosen.count, "seed \(seed)")
        for (page, number) in zip(read.pages, chosen) {
            let own = table.pages[Int(number)]
            #expect(read.articles[Int(page.article)] == table.articles[Int(own.article)], "seed \(seed)")
            #expect((page.path, page.section) == (own.path, own.section), "seed \(seed)")
        }
    }

    @Test("Counted numbers are in their order, equal ones as they came", arguments: 1...40 as ClosedRange<UInt64>)
    func counting(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let numbers = (0..<Int.random(in: 0...50, using: &random)).map { _ in UInt32.random(in: 0...9, using: &random) }
        let counted = CountingOrder(numbers)
        let plain = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        #expect(counted.indices == plain.map { UInt32($0) }, "seed \(seed)")
        for (number, run) in counted.runs.enumerated() {
            #expect(counted.indices[run].allSatisfy { numbers[Int($0)] == number }, "seed \(seed)")
        }
        #expect(counted.runs.reduce(0) { $0 + $1.count } == numbers.count, "seed \(seed)")
    }
}
