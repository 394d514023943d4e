/// The ways of writing an article's path that all mean the article (COUNTING section 3, steps 1 to 4).
enum Spelling: UInt8, CaseIterable, Sendable {
    case plain
    case trailingSlash, amp, ampSlash, indexPage, secondPage, ampIndexPage
    /// Escapes with lower-case digits: `%e3`.
    case lowerCaseEscapes
    /// One unreserved byte escaped: `%61`.
    case needlessEscape
    /// Bytes above 126 sent unescaped and logged as `\xE3`.
    case loggedBytes
    case doubleSlash, dotSegment, parentSegment
    /// `https://www.example.com/...` as the target (RFC 9112, absolute-form).
    case absolute

    private static let plainPerMille = 850

    static func draw(_ random: inout SeededRandom) -> Spelling {
        if random.chance(perMille: plainPerMille) { return .plain }
        // The first ones are common, the last ones are rare.
        return allCases[1 + random.skewedBelow(allCases.count - 1)]
    }
}
