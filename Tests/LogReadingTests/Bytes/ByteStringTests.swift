import LogReading
import TestSupport
import Testing

@Suite("Byte strings")
struct ByteStringTests {
    @Test("They are equal, ordered and hashed as their bytes are, one by one", arguments: 0..<20)
    func twin(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF]
        for _ in 0..<500 {
            let left = generator.row(of: alphabet, upTo: 4)
            let right = generator.row(of: alphabet, upTo: 4)
            let isEqual = left.elementsEqual(right)
            #expect((ByteString(left) == ByteString(right)) == isEqual, "\(left) \(right)")
            let precedes = left.lexicographicallyPrecedes(right)
            #expect((ByteString(left) < ByteString(right)) == precedes, "\(left) \(right)")
            #expect(Set([ByteString(left), ByteString(right)]).count == (isEqual ? 1 : 2), "\(left) \(right)")
        }
    }

    @Test("What Unicode holds equal is not equal")
    func unicode() {
        #expect("caf\u{E9}" == "cafe\u{301}")
        #expect(ByteString("caf\u{E9}") != ByteString("cafe\u{301}"))
        #expect(ByteString([0xFF]) != ByteString([0xFE]))
    }
}
