import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Lines that could not be read")
struct RejectedLinesTests {
    /// A piece of a log, and what of it is rejected.
    private struct Piece {
        var lines: [[UInt8]]
        var isRejected: Bool
    }

    private static let now: Int64 = 1_714_600_000

    private func piece(_ number: Int, using generator: inout SeededGenerator) -> Piece {
        let start = "192.0.2.\(number % 200) - - [01/May/2024:08:00:00 +0000] "
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return Piece(lines: [Array("nonsense \(number)\r".utf8)], isRejected: true)
        case 1: return Piece(lines: [Array((start + #""\x16\x03" 400 0"#).utf8)], isRejected: true)
        // Some grow too long for the reader, which drops them; others are found to be too long.
        case 2:
            let bytes = [66_000, 131_072, 200_000].randomElement(using: &generator) ?? 0
            return Piece(lines: [Array(repeating: UInt8(ascii: "x"), count: bytes)], isRejected: true)
        // More than a block in which no line fits.
        case 3:
            return Piece(lines: (0..<4000).map { Array("another nonsense, \(number).\($0)".utf8) }, isRejected: true)
        case 4: return Piece(lines: [[]], isRejected: false)
        // More than a block with fitting lines, so few that they decide nothing.
        case 5:
            let junk = (0..<3000).map { Array("junk around one line, \(number).\($0)".utf8) }
            return Piece(lines: junk, isRejected: true)
        default: return Piece(lines: [Array((start + #""GET /\#(number) HTTP/1.1" 200 1"#).utf8)], isRejected: false)
        }
    }

    @Test(
        "They come as they were and in the order of the log, whether its format is named or found",
        arguments: 5300..<5340 as Range<UInt64>, [nil, LogFormat.common])
    func order(seed: UInt64, format: LogFormat?) throws {
        var generator = SeededGenerator(seed: seed)
        let pieces = (0..<Int.random(in: 1...40, using: &generator)).map { piece($0, using: &generator) }
        let content = pieces.flatMap(\.lines).flatMap { $0 + [UInt8(ascii: "\n")] }
        let expected = pieces.filter(\.isRejected).flatMap(\.lines).flatMap { $0 + [UInt8(ascii: "\n")] }

        let run = try CountingRun(try #require(.plain(now: Self.now)), format: format)
        var counter = run.counter()
        var rejected = RejectedLines(name: "log")
        let input = try LogInput(opening: try run.path(of: content, number: 0))
        try counter.count(LogStream(input), as: 0, layout: format.map { .standard($0) }, rejecting: &rejected)
        var bytes: [UInt8] = []
        try rejected.forEachPiece(or: { $0 }, { (piece: [UInt8]) throws(LogReadError) in bytes += piece })
        // Not by the macro, which would look for all differences in megabytes.
        let isSame = bytes == expected
        #expect(isSame, "seed \(seed): not as expected from byte \(zip(bytes, expected).prefix { $0 == $1 }.count) on")
    }
}
