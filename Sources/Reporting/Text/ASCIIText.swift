/// What a terminal shows that knows no letters but those of ASCII.
public enum ASCIIText {
    /// Dashes, quotes and arrows become what looks like them, all else an escape: `\u{6c17}`.
    public static func of(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.isASCII ? String(scalar) : lookalikes[scalar] ?? ShownCharacter.escape(of: scalar)
        }.joined()
    }

    /// Whether nothing of the text has to be escaped.
    public static func canShow(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.isASCII || lookalikes[$0] != nil }
    }

    private static let lookalikes: [Unicode.Scalar: String] = [
        "\u{A0}": " ", "‐": "-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "„": "\"", "…": "...",
        "·": "*", "•": "*", "▲": "^", "▼": "v", "→": "->", "←": "<-",
    ]
}
