import CByteScan
import TestSupport
import Testing

@testable import LogReading

@Suite("Marks of a block of lines")
struct LineMarksTests {
    /// The ways that this machine has.
    static let levels = CInt(0)...cbytescan_level()

    @Test("Are its quotes, backslashes and LFs, however many bytes are looked at together", arguments: levels)
    func plainLook(level: CInt) {
        var generator = SeededGenerator(seed: UInt64(level))
        var marks = LineMarks(level: level)
        for length in Array(0...200) + [1000, 65_536, 131_072] {
            for share in [0, 3, 50, 100] {
                let block = (0..<length).map { _ -> UInt8 in
                    Int.random(in: 0..<100, using: &generator) < share
                        ? [10, 34, 92].randomElement(using: &generator) ?? 10
                        : UInt8.random(in: 0...255, using: &generator)
                }
                let expected = block.indices.filter { [10, 34, 92].contains(block[$0]) }
                let found = block.withByteView { view -> [Int] in
                    marks.find(in: view)
                    var found: [Int] = []
                    while marks.has(1) {
                        found.append(marks[0])
                        marks.pass(1)
                    }
                    return found
                }
                #expect(found == expected, "\(length) bytes, \(share) of 100 marks")
            }
        }
    }

    @Test("The ones before a place are passed over")
    func advance() {
        var marks = LineMarks()
        Array("a\"b\\\nc\"d".utf8).withByteView { marks.find(in: $0) }
        func left(from place: Int) -> [Int] {
            marks.advance(to: place)
            return (0..<4).filter { marks.has($0 + 1) }.map { marks[$0] }
        }
        #expect(left(from: 0) == [1, 3, 4, 6])
        #expect(left(from: 2) == [3, 4, 6])
        #expect(left(from: 3) == [3, 4, 6])
        #expect(left(from: 5) == [6])
        #expect(left(from: 7) == [])
    }

    @Test("Spaces and question marks are bits from any place on, none behind the end", arguments: levels)
    func breaks(level: CInt) {
        var generator = SeededGenerator(seed: UInt64(64 + level))
        var marks = LineMarks(level: level)
        for length in Array(0...130) + [191, 192, 193, 65_537, 192, 128, 64, 1, 0] {
            let block = (0..<length).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : [31, 32, 33, 62, 63, 64].randomElement(using: &generator) ?? 0
            }
            block.withByteView { marks.find(in: $0) }
            func bits(from place: Int, _ isWanted: (UInt8) -> Bool) -> UInt64 {
                (0..<64).reduce(0) { bits, index in
                    place + index < length && isWanted(block[place + index]) ? bits | 1 << UInt64(index) : bits
                }
            }
            for place in [0, 1, 31, 63, 64, 65, 127, 128, length - 1, length] where (0...length).contains(place) {
                #expect(marks.spaces(at: place) == bits(from: place) { $0 <= 32 }, "\(length) bytes, from \(place)")
                #expect(marks.questions(at: place) == bits(from: place) { $0 == 63 }, "\(length) bytes, from \(place)")
            }
        }
    }
}
