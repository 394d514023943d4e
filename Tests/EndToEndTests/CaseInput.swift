import Foundation
import ProgramTestSupport

@testable import LogSynthesis

/// An input of a case that is made of other files: `cut.gz < access.txt gzip cut=200`.
///
/// Words from left to right: a file's name puts its bytes behind what is there; the others change the piece that was put
/// there last.
struct CaseInput {
    private var pieces: [[UInt8]] = []

    var bytes: [UInt8] { pieces.flatMap(\.self) }

    init(_ words: some Sequence<String>, in scratch: Scratch) throws {
        for word in words { try add(word, scratch) }
    }

    /// The changes that need no value.
    private static let changes: Set = ["gzip", "join"]

    private mutating func add(_ word: String, _ scratch: Scratch) throws {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 || CaseInput.changes.contains(word) else {
            return pieces.append(try CaseInput.file(word, scratch))
        }
        let value = parts.last ?? ""
        switch parts[0] {
        case "text": return pieces.append(Array(value.utf8))
        case "hex": return pieces.append(try CaseInput.bytes(hex: value))
        case "zeros": return pieces.append(Array(repeating: 0, count: try CaseInput.number(value)))
        default: break
        }
        if word == "join" {
            pieces = [bytes]
            return
        }
        let last = pieces.popLast() ?? []
        switch parts[0] {
        case "gzip": pieces.append(try CaseInput.gzip(last))
        case "cut":
            let count = try CaseInput.number(value)
            pieces.append(Array(count < 0 ? last.dropLast(-count) : last.prefix(count)))
        case "flip":
            let number = try CaseInput.number(value)
            let index = number < 0 ? last.count + number : number
            guard last.indices.contains(index) else { throw Case.Malformed(description: "\(word): no such byte") }
            var flipped = last
            flipped[index] ^= 1
            pieces.append(flipped)
        case "times": pieces.append(Array(repeatElement(last, count: try CaseInput.number(value)).joined()))
        default: throw Case.Malformed(description: "\(word): no such change of an input")
        }
    }

    /// A file of the case or one made before, else one of the logs that all cases share.
    private static func file(_ name: String, _ scratch: Scratch) throws -> [UInt8] {
        let shared = Case.root.appendingPathComponent("Logs").appendingPathComponent(name)
        return try (try? scratch.bytes(name)) ?? [UInt8](Data(contentsOf: shared))
    }

    private static func number(_ text: String) throws -> Int {
        guard let number = Int(text) else { throw Case.Malformed(description: "\(text): no number") }
        return number
    }

    private static func bytes(hex: String) throws -> [UInt8] {
        try stride(from: 0, to: hex.utf8.count, by: 2).map { offset in
            guard let byte = UInt8(hex.dropFirst(offset).prefix(2), radix: 16) else {
                throw Case.Malformed(description: "\(hex): no bytes in hex")
            }
            return byte
        }
    }

    private static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let scratch = try Scratch()
        let file = try GzipFile(path: scratch.place("packed"))
        try file.write(bytes)
        try file.close()
        return try scratch.bytes("packed")
    }
}
