import Foundation
import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Canonical paths")
struct CanonicalPathTests {
    @Test("A target has the canonical path of the table", arguments: try Table.load("canonical-forms", from: .module))
    func table(row: Table.Row) {
        let path = CanonicalPath.of(target: row.bytes("target"))
        #expect(path.map { String(decoding: $0, as: UTF8.self) } ?? "other-page" == row.text("expected"))
    }

    @Test("A canonical path is its own canonical path", arguments: 0..<20)
    func fixedPoint(seed: UInt64) {
        for target in RandomTargets(seed: seed).prefix(500) {
            guard let path = CanonicalPath.of(target: target) else { continue }
            #expect(CanonicalPath.of(target: path) == path, "\(shown(target))")
        }
    }

    @Test("A canonical path holds no empty segment, no dot segment, no slash at its end, and only a path's bytes")
    func form() {
        for target in RandomTargets(seed: 1).prefix(5_000) {
            guard let path = CanonicalPath.of(target: target), path != [.slash] else { continue }
            let segments = path.split(separator: .slash, omittingEmptySubsequences: false).map(Array.init)
            #expect(path.first == .slash)
            #expect(!segments.dropFirst().contains { [[], [.dot], [.dot, .dot]].contains($0) }, "\(shown(target))")
            #expect(path.allSatisfy { $0.isPathByte || $0 == .percent }, "\(shown(target))")
        }
    }

    @Test("The one pass over a mostly plain target leads where all the steps lead", arguments: 0..<20)
    func plainTargets(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        // Each byte that keeps a target from being plain, and enough others to reach beyond what is looked at together.
        let pieces = [
            "/", "/", "a", "b", "-", ".", "1", "/amp", "/page/", "/index.htm", "l", "%", "?", "#", "é",
            "/thirty-three-bytes-of-a-headline",
        ]
        for _ in 0..<500 {
            check([.slash] + generator.row(of: pieces.map { Array($0.utf8) }, upTo: 8).joined())
        }
    }

    @Test("The one pass over any target leads where all the steps lead", arguments: 0..<50)
    func anyTargets(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for target in RandomTargets(seed: seed).prefix(1_000) {
            let long = [UInt8](repeating: UInt8(ascii: "a"), count: Int.random(in: 0...130, using: &generator))
            check(target)
            check([.slash] + long + target)
            check(target + long + target)
        }
    }

    private func check(_ target: [UInt8]) {
        let steps = ArticleRules().resolve(target: target).steps
        let end = steps.first { if case .endings = $0.stage { true } else { false } }
        #expect(CanonicalPath.of(target: target) == end?.after, "\(shown(target))")
    }

    @Test("One reader gives each target its own path, whatever it has read before")
    func oneReader() {
        var reader = PathReader()
        for target in RandomTargets(seed: 2).prefix(5_000) {
            let path = target.withByteView { reader.path(of: $0)?.bytes }
            #expect(path == CanonicalPath.of(target: target), "\(shown(target))")
        }
        for count in [1, 100, 341, 342, 5_000, 20] {
            let target = [.slash] + [UInt8](repeating: 0xFF, count: count)
            let path = target.withByteView { reader.path(of: $0)?.bytes }
            #expect(path == Array(("/" + String(repeating: "%FF", count: count)).utf8))
        }
    }

    @Test("Escaping any unreserved bytes of a path does not change its canonical path", arguments: 0..<20)
    func escapedUnreservedBytes(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let alphabet = Array("/ab.-_~19é #?".utf8)
        for _ in 0..<200 {
            let path = [.slash] + generator.row(of: alphabet, upTo: 20)
            let escaped = path.flatMap { byte -> [UInt8] in
                guard byte.isUnreserved, Bool.random(using: &generator) else { return [byte] }
                let digits = String(byte, radix: 16, uppercase: Bool.random(using: &generator))
                return Array("%\(digits)".utf8)
            }
            #expect(CanonicalPath.of(target: escaped) == CanonicalPath.of(target: path), "\(shown(escaped))")
        }
    }

    @Test("A query and a fragment do not change the canonical path", arguments: 0..<20)
    func queryAndFragment(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for target in RandomTargets(seed: seed).prefix(200) {
            let path = Array(target.prefix { $0 != .questionMark && $0 != .numberSign })
            let mark: UInt8 = Bool.random(using: &generator) ? .questionMark : .numberSign
            let longer = path + [mark] + generator.row(of: Array(UInt8.min...UInt8.max), upTo: 5)
            #expect(CanonicalPath.of(target: longer) == CanonicalPath.of(target: path), "\(shown(longer))")
        }
    }
}

/// Random targets of pieces that are likely to meet the rules in odd ways; without an end.
struct RandomTargets: Sequence, IteratorProtocol {
    private var generator: SeededGenerator

    private static let pieces: [[UInt8]] =
        [
            "/", "/", "/", "//", ".", "..", "/./", "/../", "%", "%2", "%2e", "%2F", "%25", "%41", "%zz", "?", "#", "a",
            "b", "1", "amp", "/amp", "/index.html", "/index.php", "/page/", "/page/2", "é", " ", "http://h", ":",
            "id=7",
            "&", "20260302", "-",
        ].map { Array($0.utf8) } + [[0], [0x7F], [0xFF]]

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func next() -> [UInt8]? {
        let slash: [UInt8] = Int.random(in: 0..<8, using: &generator) == 0 ? [] : [.slash]
        return slash + generator.row(of: Self.pieces, upTo: 9).joined()
    }
}

/// Bytes as a test's message shows them: printable ASCII as it is, all else as `\xHH`.
func shown(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
        (0x20..<0x7F).contains(byte)
            ? String(Character(Unicode.Scalar(byte))) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
}
