import Foundation

/// The sentences in the string literals of a Swift file, which are what a program can say.
///
/// A sentence is the text between two interpolations, if two words of it follow each other. It is a reader of this
/// project's style, not of all of Swift: no regular expressions with quotes in them, no nested comments.
struct SwiftSentences {
    private(set) var sentences: [String] = []
    private let source: [Character]
    private var index = 0

    init(_ text: String) {
        source = Array(text)
        while index < source.count {
            if starts("//") {
                skip { $0 != "\n" }
            } else if starts("#\"") || starts("\"") {
                readLiteral(isForUsers: !isCondition)
            } else {
                index += 1
            }
        }
    }

    /// Blanks and line ends are one space.
    static func normalized(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The literal is what a broken promise says, or SQL.
    private var isCondition: Bool {
        let before = String(source[max(0, index - 160)..<index])
        let call = before.components(separatedBy: .newlines).suffix(2).joined()
        return call.contains("precondition") || call.contains("sql:")
    }

    private mutating func readLiteral(isForUsers: Bool) {
        let hashes = starts("#") ? "#" : ""
        index += hashes.count
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        index += quote.count
        var text = ""
        while index < source.count, !starts(quote + hashes) {
            guard starts("\\" + hashes) else {
                text.append(source[index])
                index += 1
                continue
            }
            index += 1 + hashes.count
            if starts("(") {
                if isForUsers { add(text) }
                text = ""
                skipInterpolation()
            } else {
                text.append(source[index] == "n" ? "\n" : source[index])
                index += 1
            }
        }
        index += quote.count + hashes.count
        if isForUsers { add(text) }
    }

    private mutating func skipInterpolation() {
        var depth = 0
        repeat {
            if starts("\"") {
                readLiteral(isForUsers: true)
                continue
            }
            if starts("(") { depth += 1 }
            if starts(")") { depth -= 1 }
            index += 1
        } while depth > 0 && index < source.count
    }

    private mutating func add(_ text: String) {
        let sentence = SwiftSentences.normalized(text.replacing("\\\n", with: ""))
        guard sentence.contains(/[a-z]{2,} [a-z]{2,}/), !sentence.contains(/\b(SELECT|INSERT|UPDATE|DELETE|CREATE)\b/)
        else { return }
        sentences.append(sentence)
    }

    private func starts(_ text: String) -> Bool {
        source[index...].starts(with: text)
    }

    private mutating func skip(while condition: (Character) -> Bool) {
        while index < source.count, condition(source[index]) { index += 1 }
    }
}
