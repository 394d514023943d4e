import TestSupport
import Testing

@testable import LogReading

@Suite("Views of bytes")
struct ByteViewTests {
    @Test("Words are the bytes from a place on, with zeros behind the end")
    func words() {
        for count in 0...20 {
            let bytes = (0..<count).map { UInt8($0 + 1) }
            bytes.withByteView { view in
                for start in 0...count {
                    var expected: UInt64 = 0
                    for (place, byte) in bytes.dropFirst(start).prefix(8).enumerated() {
                        expected |= UInt64(byte) << UInt64(8 * place)
                    }
                    #expect(view.partialWord(at: start) == expected, "\(start) of \(count)")
                    if start + 8 <= count { #expect(view.word(at: start) == expected, "\(start) of \(count)") }
                }
            }
        }
    }

    @Test("Searching, comparing and copying agree with arrays", arguments: 0..<20 as Range<UInt64>)
    func likeArrays(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<50 {
            let one = generator.row(of: [0, 10, 32, 255] as [UInt8], upTo: 12)
            let other = generator.row(of: [0, 10, 32, 255] as [UInt8], upTo: 12)
            one.withByteView { view in
                #expect(view.bytes == one)
                for start in 0...one.count {
                    #expect(view.firstIndex(of: 32, from: start) == one[start...].firstIndex(of: 32))
                    #expect(view[start..<one.count].bytes == Array(one[start...]))
                }
                other.withByteView { #expect(view.isEqual(to: $0) == (one == other)) }
            }
        }
    }
}
