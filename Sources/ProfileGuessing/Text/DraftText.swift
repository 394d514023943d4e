import Reporting

/// YAML being written: keys, lists and comments, in which nothing from outside can be anything but text.
struct DraftText {
    private(set) var text = ""

    /// Comments are broken behind so many characters.
    private static let widestComment = 110
    /// Where the remark behind a short value begins.
    private static let remarkColumn = 32

    mutating func gap() {
        text += "\n"
    }

    /// A comment of as many lines as it needs; the later ones are set in.
    mutating func comment(_ words: String, indent: Int = 0) {
        let start = String(repeating: " ", count: indent) + "#"
        let inset = words.prefix { $0 == " " }
        var line = start
        for word in ShownText.of(words).split(separator: " ") {
            if line.count + word.count >= DraftText.widestComment, line != start {
                text += line + "\n"
                line = start + inset + " "
            } else if line == start {
                line += inset
            }
            line += " " + word
        }
        text += line + "\n"
    }

    mutating func open(_ key: String) {
        text += "\(key):\n"
    }

    mutating func item(_ value: String, indent: Int = 2, _ remark: String = "") {
        line(String(repeating: " ", count: indent) + "- " + DraftText.quoted(value), remark)
    }

    mutating func key(_ key: String, _ value: String, _ remark: String = "") {
        line("\(key): \(DraftText.plainOrQuoted(value))", remark)
    }

    mutating func key(_ key: String, list values: [String], _ remark: String = "") {
        line("\(key): [\(values.map(DraftText.plainOrQuoted).joined(separator: ", "))]", remark)
    }

    mutating func key(_ key: String, number: Int, _ remark: String = "") {
        line("\(key): \(number)", remark)
    }

    mutating func key(_ key: String, flag: Bool, _ remark: String = "") {
        line("\(key): \(flag)", remark)
    }

    /// A key that is not set, as it could be.
    mutating func key(_ key: String, _ none: Never?, example: String, _ remark: String = "") {
        line("# \(key): \(DraftText.plainOrQuoted(example))", remark)
    }

    mutating func key(_ key: String, _ none: Never?, exampleList values: [String], _ remark: String = "") {
        line("# \(key): [\(values.map(DraftText.plainOrQuoted).joined(separator: ", "))]", remark)
    }

    private mutating func line(_ content: String, _ remark: String) {
        let padding = String(repeating: " ", count: max(1, DraftText.remarkColumn - content.count))
        text += content + (remark.isEmpty ? "" : padding + "# " + ShownText.of(remark)) + "\n"
    }

    /// A text that YAML can only take for itself needs no quotes.
    private static func plainOrQuoted(_ value: String) -> String {
        let isPlain =
            value.wholeMatch(of: /[A-Za-z\/][A-Za-z0-9_ .\/+\-]*[A-Za-z0-9\/]|https?:\/\/[A-Za-z0-9.\-]+/) != nil
        let words: Set = ["true", "false", "yes", "no", "on", "off", "null"]
        return isPlain && !words.contains(value.lowercased()) ? value : quoted(value)
    }

    /// YAML 1.2, section 7.3.1: double quotes, in which `\` escapes.
    private static func quoted(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case " "..."~": text.unicodeScalars.append(scalar)
            case _ where scalar.value <= 0xFFFF:
                text += "\\u" + hexadecimal(scalar.value, digits: 4)
            default: text += "\\U" + hexadecimal(scalar.value, digits: 8)
            }
        }
        return text + "\""
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
