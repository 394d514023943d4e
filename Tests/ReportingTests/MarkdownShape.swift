/// What a Markdown page is made of, whatever its texts say: the signs of markup that no backslash takes away.
enum MarkdownShape {
    /// The page's signs of markup with their line ends: `||[]()|`. Of a link's destination only the parentheses.
    static func markup(in page: String) -> String {
        var signs = ""
        var isEscaped = false
        var isInDestination = false
        /// The character before, where no backslash made it plain text.
        var previous: Character?
        for character in page {
            let isPlain = isEscaped
            defer { previous = isPlain ? nil : character }
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if isInDestination {
                if character == ")" || character == "(" || character.isWhitespace { signs.append(character) }
                isInDestination = character != ")"
            } else if character == "(", previous == "]" {
                isInDestination = true
                signs.append(character)
            } else if "|[]<>*`~#${}\n".contains(character) {
                signs.append(character)
            }
        }
        return signs
    }
}
