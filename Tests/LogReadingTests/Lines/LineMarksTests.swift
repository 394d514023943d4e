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

    @Test("Spaces and question marks of 64 bytes are found as one by one")
    func target() {
        var generator = SeededGenerator(seed: 64)
        for _ in 0..<2000 {
            let bytes = (0..<64).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...255, using: &generator)
                    : [31, 32, 33, 62, 63, 64].randomElement(using: &generator) ?? 0
            }
            let (found, expected) = (cbytescan_target_64(bytes), cbytescan_target_plain(bytes))
            #expect(found.spaces == expected.spaces && found.questions == expected.questions)
            for place in 0..<64 {
                #expect(expected.spaces >> UInt64(place) & 1 == (bytes[place] <= 32 ? 1 : 0))
                #expect(expected.questions >> UInt64(place) & 1 == (bytes[place] == 63 ? 1 : 0))
            }
        }
    }
}
