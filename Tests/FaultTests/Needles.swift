import Foundation
import ProgramTestSupport

@testable import LogReading

/// Byte strings, of which none may be found in a file: thousands of them, looked for in one pass.
struct Needles {
    /// By their first eight bytes.
    private var byStart: [UInt64: [(name: String, bytes: [UInt8])]] = [:]

    mutating func add(_ bytes: [UInt8], _ name: @autoclosure () -> String) {
        precondition(bytes.count >= 8, "shorter ones would be found by chance")
        byStart[Needles.word(bytes[...]), default: []].append((name(), bytes))
    }

    var count: Int { byStart.values.reduce(0) { $0 + $1.count } }

    /// The names of those that stand in the content.
    func found(in content: [UInt8]) -> Set<String> {
        guard content.count >= 8 else { return [] }
        var names: Set<String> = []
        var word = Needles.word(content[..<8])
        var place = 0
        while true {
            if let candidates = byStart[word] {
                for candidate in candidates where content[place...].starts(with: candidate.bytes) {
                    names.insert(candidate.name)
                }
            }
            guard place + 8 < content.count else { return names }
            word = word << 8 | UInt64(content[place + 8])
            place += 1
        }
    }

    private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Needles {
    /// Adds texts, and what comes of them without a salt: MD5, SHA-1, SHA-256 and SHA-512, as bytes and in hex, and SipHash
    /// under a key of zeros.
    mutating func addWithHashes(_ texts: [String], _ kind: String) throws {
        let scratch = try Scratch()
        for (number, text) in texts.enumerated() {
            add(Array(text.utf8), "\(kind) \(text)")
            try scratch.write(Array(text.utf8), to: String(format: "%06d", number))
            let sip = Array(text.utf8).withByteView { SipHash.hash($0, key: SipKey(low: 0, high: 0)) }
            let little = withUnsafeBytes(of: sip.littleEndian, Array.init)
            add(little, "SipHash of \(kind) \(text)")
            add(little.reversed(), "SipHash of \(kind) \(text)")
        }
        for algorithm in ["md5", "sha1", "sha256", "sha512"] {
            let ending = try Program(
                executable: URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", "exec \(algorithm)sum *"]
            ).run(in: scratch)
            for (line, text) in zip(ending.output.split(separator: "\n"), texts) {
                let hex = line.prefix { $0 != " " }
                add(Array(hex.utf8), "\(algorithm) of \(kind) \(text)")
                add(Array(hex.uppercased().utf8), "\(algorithm) of \(kind) \(text)")
                var rest = hex[...]
                var bytes: [UInt8] = []
                while !rest.isEmpty {
                    bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
                    rest = rest.dropFirst(2)
                }
                add(bytes, "\(algorithm) of \(kind) \(text)")
            }
        }
    }
}
