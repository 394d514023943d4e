/// Text and links of a Markdown file: hostile text stays text, in CommonMark as in GitHub's dialect.
enum MarkdownText {
    /// Text that is read as itself: every character that could begin markup has a backslash before it.
    ///
    /// - Parameter shown: What is to be shown, without control characters.
    static func escaping(_ shown: String) -> String {
        // Most texts are paths or titles without any such character.
        if !shown.utf8.contains(where: canBeginMarkup) { return shown }
        var text = String.UnicodeScalarView()
        for scalar in shown.unicodeScalars {
            let endsWWW = scalar == "." && String(text.suffix(webPrefix.count)).lowercased() == webPrefix
            let endsScheme = scalar == "/" && text.last == ":"
            if endsScheme {
                // `https://` would become a link of its own.
                text.removeLast()
                text.append(contentsOf: "\\:".unicodeScalars)
            } else if endsWWW || isMarkup(scalar) {
                text.append("\\")
            }
            text.append(scalar)
        }
        return String(text)
    }

    /// A link; only its text without a target.
    static func link(_ shown: String, to target: String?) -> String {
        guard let target else { return escaping(shown) }
        return "[\(escaping(shown))](\(destination(target)))"
    }

    /// `# The Example Times: Monday, 2 March 2026`.
    static func title(_ subject: String, of site: String?) -> String {
        "# \(site.map { escaping(ShownText.of($0)) } ?? "Access Ranking"): \(subject)"
    }

    /// - Parameter target: An address in which everything but RFC 3986's characters is percent-escaped.
    private static func destination(_ target: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in target.unicodeScalars {
            switch scalar {
            // Not a backslash: cmark looks for entities before it takes backslashes away.
            case "&": text.append(contentsOf: "&amp;".unicodeScalars)
            case "(", ")", "$": text.append(contentsOf: ["\\", scalar])
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static let webPrefix = "www"

    /// Emphasis, code, links, HTML, entities, tables, strike-through, headings, mathematics, templates.
    private static func isMarkup(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "$", "{", "}": true
        default: false
        }
    }

    /// Whether a byte can be a part of what is escaped: of an address, too, which is seen by its point or its colon.
    private static func canBeginMarkup(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || isMarkup(Unicode.Scalar(byte))
    }
}
