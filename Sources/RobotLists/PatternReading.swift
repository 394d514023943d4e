import ViewCounting

/// What a regular expression asks for at the least, found without running it.
///
/// Most patterns of public lists are plain texts, with `^` or `$` at most; these need no expression at all. Of the others
/// texts are known of which one stands in whatever they find, so that few agents are shown to them.
struct PatternReading {
    /// The pattern as Swift writes it: in a class Python takes `[`, `&`, `~` and a `]` that comes first for themselves.
    private var swiftPattern = String.UnicodeScalarView()
    /// Whether the pattern is a text, but for `^` at its beginning and `$` at its end.
    private(set) var isPlain = true
    private(set) var isAtBeginning = false
    private(set) var isAtEnd = false
    /// For each alternative the longest text that has to be there.
    private var needed: [[Unicode.Scalar]] = [[]]

    private var rest: Substring.UnicodeScalarView
    private var run: [Unicode.Scalar] = []
    /// Whether a part says what only the expression itself can tell: no text is known then.
    private var isUnclear = false

    /// - Complexity: O(length of the pattern).
    init(_ pattern: String) {
        rest = pattern.unicodeScalars[...]
        if rest.first == "^" {
            isAtBeginning = true
            _ = take()
        }
        while let scalar = take() { read(scalar) }
        endRun()
    }

    /// The sign of a list's entry.
    ///
    /// - Throws: What Swift's parser says of the expression.
    func sign(isCaseSensitive: Bool) throws -> AgentSign {
        // No other letters than A-Z are folded in texts; in expressions they are.
        let texts = (isCaseSensitive || isPlain ? needed : needed.map(\.asciiRun)).map {
            Array(String(String.UnicodeScalarView($0)).utf8)
        }
        if isPlain, let text = texts.first, !text.isEmpty {
            return .text(
                AgentText(text, isAtBeginning: isAtBeginning, isAtEnd: isAtEnd, isCaseSensitive: isCaseSensitive),
                unless: [])
        }
        let isKnown = !isUnclear && !texts.contains([])
        return .regex(
            try AgentRegex(
                String(swiftPattern), isCaseSensitive: isCaseSensitive,
                isAtBeginning: isAtBeginning && needed.count == 1 && !isUnclear,
                needed: isKnown ? texts.map { AgentText($0, isCaseSensitive: isCaseSensitive) } : []))
    }

    private mutating func read(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\\":
            guard let escaped = take() else { return breakRun() }
            if escaped.isASCII && escaped.properties.isAlphabetic || ("0"..."9").contains(escaped) {
                breakRun()
                // Those of more letters and digits, such as \x2F, say with them what is there: they are no text.
                if !PatternReading.wholeEscapes.contains(escaped) { isUnclear = true }
            } else {
                run.append(escaped)
            }
        case "$" where rest.isEmpty: isAtEnd = true
        case "[":
            breakRun()
            skipClass()
        case "(":
            breakRun()
            skipGroup()
        case "|":
            breakRun()
            needed.append([])
        case "*", "?", "{":
            // What stands before it need not be there.
            run = run.dropLast()
            breakRun()
            if scalar == "{" { while let next = take(), next != "}" {} }
        case "+", ".", "^", "$", ")": breakRun()
        default: run.append(scalar)
        }
    }

    /// Letters that with the backslash before them are an escape on their own.
    private static let wholeEscapes = Set("dDwWsSbBAZntrfva".unicodeScalars)

    private mutating func breakRun() {
        isPlain = false
        endRun()
    }

    private mutating func endRun() {
        if run.count > needed[needed.count - 1].count { needed[needed.count - 1] = run }
        run = []
    }

    /// The next part of the pattern, which goes into Swift's as it is.
    private mutating func take() -> Unicode.Scalar? {
        guard let scalar = rest.popFirst() else { return nil }
        swiftPattern.append(scalar)
        return scalar
    }

    /// Skips a class, behind whose `[`, or `[^`, a `]` is one of its members.
    private mutating func skipClass() {
        if rest.first == "^" { _ = take() }
        var isFirst = true
        while let scalar = rest.popFirst() {
            let isEnd = scalar == "]" && !isFirst
            if !isEnd && "[]&~".unicodeScalars.contains(scalar) { swiftPattern.append("\\") }
            swiftPattern.append(scalar)
            if isEnd { return }
            if scalar == "\\" { _ = take() }
            isFirst = false
        }
    }

    private mutating func skipGroup() {
        // An option such as (?i) changes what the rest of the pattern means.
        if rest.first == "?", rest.dropFirst().first != ":" { isUnclear = true }
        while let scalar = take(), scalar != ")" {
            switch scalar {
            case "\\": _ = take()
            case "[": skipClass()
            case "(": skipGroup()
            default: break
            }
        }
    }
}

extension [Unicode.Scalar] {
    /// The longest part that is ASCII.
    fileprivate var asciiRun: [Unicode.Scalar] {
        split { !$0.isASCII }.max { $0.count < $1.count }.map(Array.init) ?? []
    }
}
