/// A JSON value whose members keep the order in which they were given.
///
/// Written by hand because an encoder gives neither an order that tells a story nor a number with 6 decimals.
indirect enum JSONText {
    case null
    case text(String)
    case integer(Int)
    /// A number that is written already.
    case number(String)
    case list([JSONText])
    case members([(name: String, value: JSONText)])

    /// Text from outside, escaped as in every report; nil is null.
    static func shown(_ text: String?) -> JSONText { text.map { .text(ShownText.of($0)) } ?? .null }

    static func optional(_ number: Int?) -> JSONText { number.map { .integer($0) } ?? .null }

    /// The value on lines of its own, two spaces a level, a line end last.
    var document: String {
        var text = ""
        write(to: &text, indent: "")
        return text + "\n"
    }

    private func write(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .null: text += "null"
        case .text(let value): text += JSONText.quoted(value)
        case .integer(let value): text += String(value)
        case .number(let value): text += value
        case .list(let values) where values.isEmpty: text += "[]"
        case .list(let values):
            var separator = "[\n"
            for value in values {
                text += separator + inner
                value.write(to: &text, indent: inner)
                separator = ",\n"
            }
            text += "\n" + indent + "]"
        case .members(let members):
            var separator = "{\n"
            for (name, value) in members {
                text += separator + inner + JSONText.quoted(name) + ": "
                value.write(to: &text, indent: inner)
                separator = ",\n"
            }
            text += "\n" + indent + "}"
        }
    }

    /// RFC 8259, and `<` as `\u003c`: the document can stand inside a `<script>` of a page.
    private static func quoted(_ text: String) -> String {
        // Most texts have nothing to escape.
        if !text.utf8.contains(where: isEscaped) { return "\"" + text + "\"" }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "<": quoted += "\\u003c"
            case _ where scalar.value < firstPrintable:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < firstPrintable || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
    }

    private static let firstPrintable = 0x20
}
