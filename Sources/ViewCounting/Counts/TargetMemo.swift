import LogReading

/// Remembers which page each request target is, by the target's raw bytes or, where no rule looks at the query, by
/// those before it.
///
/// The same targets come again and again: the rules are asked once for each, not once a line (1.18 x on the whole
/// run).
struct TargetMemo: ~Copyable {
    /// What a target stands for, in 32 bits.
    struct Answer {
        /// The number of a page; with `excludedBit`, of one that the profile excludes. From `firstOther` on the number of a shape.
        fileprivate let value: UInt32

        fileprivate static let excludedBit: UInt32 = 1 << 30
        fileprivate static let firstOther: UInt32 = 1 << 31

        /// Of a target that no one has asked about.
        static let none = Answer(value: firstOther)

        fileprivate static func page(_ number: UInt32, isExcluded: Bool) -> Answer {
            Answer(value: isExcluded ? number | excludedBit : number)
        }

        /// The number in `table` of the article's page that the target stands for; nil for a target that is no article.
        @inline(__always)
        var page: UInt32? { value < Answer.firstOther ? value & ~Answer.excludedBit : nil }

        /// The profile excludes the page, by its path or its article's key.
        @inline(__always)
        var isExcluded: Bool { value & Answer.excludedBit != 0 }
    }

    private(set) var table = PageTable()
    /// What was read and fitted no pattern, for the warning on patterns that fit nothing.
    private(set) var unmatched = UnmatchedShapes()
    /// The patterns, by their place in the profile, that have fitted a page.
    private(set) var fittingPatterns: Set<Int> = []
    private let rules: ArticleRules
    private let exclusions: Exclusions
    /// By page number the verdict of lines that ask for it, where the profile excludes it.
    private var exclusionVerdicts: [UInt32] = []
    private let verdicts: VerdictNumbers
    private var memo = ByteMemo(maximumEntries: TargetMemo.maximumEntries)

    private static let maximumEntries = 262_144

    init(_ rules: ArticleRules, exclusions: Exclusions, verdicts: VerdictNumbers) {
        self.verdicts = verdicts
        self.rules = rules
        self.exclusions = exclusions
    }

    /// The hash by which a target's key is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of key: ByteView) -> UInt32 { memo.prefetchedTag(of: key) }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { memo.prefetchEntry(tag: tag) }

    /// What a target with this key stands for.
    @inline(__always)
    mutating func answer(forKey key: ByteView, tag: UInt32) -> Answer {
        Answer(value: memo.value(for: key, tag: tag) ?? meet(key, tag: tag))
    }

    /// Counts a line whose target is no article.
    @inline(__always)
    mutating func countOther(_ answer: Answer) { unmatched.count(shape: answer.value - Answer.firstOther) }

    @inline(never)
    private mutating func meet(_ key: ByteView, tag: UInt32) -> UInt32 {
        let answer = judge(key.bytes)
        return memo.remember(for: key, tag: tag) { answer.value }
    }

    private mutating func judge(_ target: [UInt8]) -> Answer {
        switch rules.judge(target: target) {
        case .otherPage(let reason): return Answer(value: Answer.firstOther + unmatched.number(of: reason))
        case .article(let address):
            if let pattern = address.pattern { fittingPatterns.insert(pattern) }
            let number = number(of: address)
            return .page(number, isExcluded: exclusionVerdicts[Int(number)] != VerdictNumbers.none)
        }
    }

    /// The number of an article's page, which may be a new one.
    mutating func number(of address: ArticleAddress) -> UInt32 {
        let number = table.number(of: address)
        precondition(number < Answer.excludedBit, "no site has a billion pages")
        if number == exclusionVerdicts.count { exclusionVerdicts.append(exclusionVerdict(of: address)) }
        return number
    }

    /// Why an excluded page is excluded, as the number of a verdict.
    func exclusionVerdict(ofPage number: UInt32) -> UInt32 { exclusionVerdicts[Int(number)] }

    private func exclusionVerdict(of address: ArticleAddress) -> UInt32 {
        if exclusions.articles.contains(address.key) {
            return verdicts.number(of: .excluded("articles", ByteString(address.key).text))
        }
        if let pattern = exclusions.excludingPath(of: address) {
            return verdicts.number(of: .excluded("paths", pattern.source))
        }
        return VerdictNumbers.none
    }
}

/// How many lines had which shape of path that no pattern fits.
struct UnmatchedShapes {
    private var numbers: [String: UInt32] = [:]
    private(set) var shapes: [String] = []
    private(set) var lines: [Int] = [0]

    /// Number 0 stands for what is no page at all, and for shapes beyond so many.
    private static let maximumShapes = 4096

    mutating func number(of reason: OtherPageReason) -> UInt32 {
        guard case .noPatternFits(let path) = reason, SiteFiles.reasonAgainst(path) == nil else { return 0 }
        let shape = PathShape.of(path: path)
        if let known = numbers[shape] { return known }
        guard shapes.count < UnmatchedShapes.maximumShapes else { return 0 }
        shapes.append(shape)
        lines.append(0)
        numbers[shape] = UInt32(shapes.count)
        return UInt32(shapes.count)
    }

    mutating func count(shape number: UInt32) {
        lines[Int(number)] += 1
    }

    /// Lines by shape.
    var counts: [String: Int] {
        Dictionary(uniqueKeysWithValues: zip(shapes, lines.dropFirst()))
    }
}
