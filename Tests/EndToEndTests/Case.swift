import Foundation

/// A folder below `Cases/`: a file `command` of steps, the inputs beside it, and what has to come out.
///
/// `Cases/README.md` says what a step can be. Expected are `stdout`, `stderr` (empty where there is no such file),
/// `exit` (all 0 where there is none) and the tree of reports in `expected/`, where there is one.
struct Case: Sendable, CustomStringConvertible {
    let name: String
    let folder: URL
    let steps: [Step]

    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")

    static let all: [Case] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            let folder = root.appendingPathComponent(name)
            guard let text = try? String(contentsOf: folder.appendingPathComponent("command"), encoding: .utf8) else {
                return nil
            }
            return Case(name: name, folder: folder, steps: Step.all(in: text))
        }
    }()

    var description: String { name }

    func file(_ name: String) -> URL { folder.appendingPathComponent(name) }

    func recorded(_ name: String) -> [UInt8] {
        FileManager.default.contents(atPath: file(name).path).map { [UInt8]($0) } ?? []
    }
}

/// A line of a `command` file, taken apart as a shell would.
struct Step: Sendable {
    /// As it is written.
    let line: String
    let words: [String]

    static func all(in text: String) -> [Step] {
        text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { Step(line: String($0), words: words(of: $0)) }
            .filter { !$0.words.isEmpty }
    }

    /// `\x1b` is that character.
    private static func unescaped(_ line: Substring) -> String {
        let parts = line.components(separatedBy: "\\x")
        return parts.dropFirst().reduce(into: parts[0]) { text, part in
            let scalar = UInt32(part.prefix(2), radix: 16).flatMap(Unicode.Scalar.init)
            text += scalar.map { String($0) + part.dropFirst(2) } ?? "\\x" + part
        }
    }

    /// Words are set apart by spaces; `'...'` keeps what stands in it together.
    private static func words(of line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in unescaped(line) {
            switch character {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let done = word { words.append(done) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        return words + (word.map { [$0] } ?? [])
    }
}
