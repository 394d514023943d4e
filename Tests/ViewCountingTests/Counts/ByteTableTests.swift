import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Tables and memos keyed by bytes")
struct ByteTableTests {
    /// Keys of which many are equal, many differ in one byte, and some begin others.
    private static func key(using generator: inout SeededGenerator) -> [UInt8] {
        let length = Int(generator.next() % 40)
        var key = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        if length > 0 { key[Int(generator.next() % UInt64(length))] = UInt8(truncatingIfNeeded: generator.next() % 9) }
        return key
    }

    @Test("A table is a dictionary, also after it was emptied", arguments: 0..<6 as Range<UInt64>)
    func likeDictionary(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var table = ByteTable()
        var dictionary: [[UInt8]: UInt32] = [:]
        for number in 0..<6000 as Range<UInt32> {
            if number == 4000 {
                table.removeAll()
                dictionary.removeAll()
            }
            let key = Self.key(using: &generator)
            let tag = key.withByteView { table.tag(of: $0) }
            let found = key.withByteView { table.value(for: $0, tag: tag) }
            #expect(found == dictionary[key], "seed \(seed), key \(key)")
            if found == nil {
                key.withByteView { table.insert($0, tag: tag, value: number) }
                dictionary[key] = number
            }
        }
        #expect(table.count == dictionary.count)
        #expect(table.usedBytes >= dictionary.keys.reduce(0) { $0 + $1.count })
        for (key, value) in dictionary {
            let found = key.withByteView { table.value(for: $0, tag: table.tag(of: $0)) }
            #expect(found == value, "seed \(seed), key \(key)")
        }
    }

    @Test("Keys with one tag are told apart")
    func collisions() {
        var table = ByteTable()
        let keys = (0..<300).map { Array("key \($0)".utf8) }
        for (number, key) in keys.enumerated() {
            key.withByteView { table.insert($0, tag: 7, value: UInt32(number)) }
        }
        for (number, key) in keys.enumerated() {
            let found = key.withByteView { table.value(for: $0, tag: 7) }
            #expect(found == UInt32(number))
        }
        let stranger = Array("key 300".utf8).withByteView { table.value(for: $0, tag: 7) }
        #expect(stranger == nil)
    }

    @Test("A memo gives the answer made for the bytes, and begins anew when it is full", arguments: [1, 2, 10, 10_000])
    func memo(maximumEntries: Int) {
        var generator = SeededGenerator(seed: UInt64(maximumEntries))
        var memo = ByteMemo(maximumEntries: maximumEntries)
        var answers: [[UInt8]] = []
        var restarts = 0
        for _ in 0..<3000 {
            let key = Self.key(using: &generator)
            let answer = key.withByteView { view -> UInt32 in
                let tag = memo.tag(of: view)
                if let known = memo.value(for: view, tag: tag) { return known }
                return memo.remember(for: view, tag: tag) {
                    answers.removeAll()
                    restarts += 1
                } _: {
                    answers.append(key)
                    return UInt32(answers.count - 1)
                }
            }
            #expect(answers[Int(answer)] == key)
            #expect(answers.count <= maximumEntries)
        }
        #expect((restarts > 0) == (maximumEntries < 100))
    }

    @Test("A memo begins anew also when its keys are long")
    func memoOfLongKeys() {
        var memo = ByteMemo(maximumEntries: .max)
        var restarts = 0
        for number in 0..<300 as Range<UInt32> {
            let key = Array("\(number)".utf8) + [UInt8](repeating: 0, count: 120_000)
            key.withByteView { view in
                _ = memo.remember(for: view, tag: number) {
                    restarts += 1
                } _: {
                    number
                }
            }
        }
        #expect(restarts == 2, "36 MB of keys, of which a memo holds 16")
    }
}
