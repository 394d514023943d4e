import CByteScan
import LogReading
import TestSupport
import Testing

@Suite("The marks of a path")
struct PathMarksTests {
    /// `pchar` of RFC 3986, section 3.3, and the slash.
    private static let pathBytes = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/".utf8)

    private static func bits(_ bytes: some Sequence<UInt8>, _ isMarked: (UInt8) -> Bool) -> UInt64 {
        zip(0..., bytes).reduce(0) { isMarked($1.1) ? $0 | 1 << UInt64($1.0) : $0 }
    }

    @Test("Slashes, dots and what no path holds are marked, however many bytes there are", arguments: 1...150)
    func marks(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let alphabet = Array(UInt8.min...UInt8.max) + Array("//..aaaa".utf8)
        for _ in 0..<20 {
            let bytes = (0..<count).compactMap { _ in alphabet.randomElement(using: &generator) }
            let start = Int.random(in: 0..<count, using: &generator)
            let marks = bytes.withByteView { $0.pathMarks(at: start) }
            let seen = bytes[start...].prefix(PathMarks.span)
            #expect(marks.slashes == Self.bits(seen) { $0 == UInt8(ascii: "/") })
            #expect(marks.dots == Self.bits(seen) { $0 == UInt8(ascii: ".") })
            #expect(marks.others == Self.bits(seen) { !Self.pathBytes.contains($0) })
        }
    }

    @Test("Each byte is marked in each place as it is one by one", arguments: UInt8.min...UInt8.max)
    func eachByte(byte: UInt8) {
        for count in 1...64 {
            for place in 0..<count {
                var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
                bytes[place] = byte
                let (found, plain) = (cbytescan_path_64(bytes, count), cbytescan_path_plain(bytes, count))
                #expect(found.slashes == plain.slashes && found.dots == plain.dots && found.others == plain.others)
                #expect(plain.others == (Self.pathBytes.contains(byte) ? 0 : 1 << UInt64(place)))
            }
        }
    }
}
