import LogReading
import Testing

@testable import ViewCounting

@Suite("Texts found by their bytes")
struct ByteStringIndexTests {
    /// Of so many, ten pairs or so have one tag of 32 bits; that none has comes once in 30,000 times.
    private static let texts = 300_000

    @Test("Texts with one and the same tag are told apart")
    func equalTags() {
        var index = ByteStringIndex()
        var list: [ByteString] = []
        func text(_ number: Int) -> [UInt8] { (0..<3).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        var wrong = 0
        for number in 0..<Self.texts {
            let text = text(number)
            if index.number(of: text, in: list) != nil { wrong += 1 }
            list.append(ByteString(text))
            if index.addLast(of: list) != number { wrong += 1 }
        }
        for number in 0..<Self.texts where index.number(of: text(number), in: list) != UInt32(number) { wrong += 1 }
        #expect(wrong == 0)
    }
}
