import LogReading

/// Remembers which page each request target is, by the target's raw bytes or, where no rule looks at the query, by
/// those before it.
///
/// The same targets come again and again: the rules are asked once for each, not once a line (1.18 x on the whole
/// run).
struct TargetMemo: ~Copyable {
    /// An article's page that a target stands for.
    struct Page {
        /// Its number in `table`.
        var number: UInt32
        /// The profile excludes it, by its path or its article's key.
        var isExcluded: Bool
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
    /// A remembered value is the number of a page; with this bit set, of an excluded one.
    private static let excludedBit: UInt32 = 1 << 30
    /// Remembered values from here on stand for no page, but for the number of a shape.
    private static let firstOther: UInt32 = 1 << 31

    init(_ rules: ArticleRules, exclusions: Exclusions, verdicts: VerdictNumbers) {
        self.verdicts = verdicts
        self.rules = rules
        self.exclusions = exclusions
    }

    /// The hash by which a target's key is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of key: ByteView) -> UInt32 {
        let tag = memo.tag(of: key)
        memo.prefetchSlot(tag: tag)
        return tag
    }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { memo.prefetchEntry(tag: tag) }

    /// The page that a target with this key stands for; nil for a target that is no article.
    @inline(__always)
    mutating func page(forKey key: ByteView, tag: UInt32) -> Page? {
        let value = memo.value(for: key, tag: tag) ?? meet(key, tag: tag)
        if value < TargetMemo.firstOther {
            return Page(number: value & ~TargetMemo.excludedBit, isExcluded: value & TargetMemo.excludedBit != 0)
        }
        unmatched.count(shape: value - TargetMemo.firstOther)
        return nil
    }

    private mutating func meet(_ key: ByteView, tag: UInt32) -> UInt32 {
        let value = judge(key.bytes)
        return memo.remember(for: key, tag: tag) { value }
    }

    private mutating func judge(_ target: [UInt8]) -> UInt32 {
        switch rules.judge(target: target) {
        case .otherPage(let reason): return TargetMemo.firstOther + unmatched.number(of: reason)
        case .article(let address):
            if let pattern = address.pattern { fittingPatterns.insert(pattern) }
            let number = number(of: address)
            let isExcluded = exclusionVerdicts[Int(number)] != VerdictNumbers.none
            return isExcluded ? number | TargetMemo.excludedBit : number
        }
    }

    /// The number of an article's page, which may be a new one.
    mutating func number(of address: ArticleAddress) -> UInt32 {
        let number = table.number(of: address)
        precondition(number < TargetMemo.excludedBit, "no site has a billion pages")
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
