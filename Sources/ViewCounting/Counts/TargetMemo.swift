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

        /// Of a target that no one has asked about, or that no warning has to tell of.
        static let none = Answer(value: firstOther)

        fileprivate static func otherPage(shape: UInt32) -> Answer { Answer(value: firstOther + shape) }

        fileprivate static func page(_ number: UInt32, isExcluded: Bool) -> Answer {
            Answer(value: isExcluded ? number | excludedBit : number)
        }

        @inline(__always)
        var isArticle: Bool { value < Answer.firstOther }

        /// The number in `table` of the article's page that the target stands for.
        ///
        /// - Precondition: It stands for one.
        @inline(__always)
        var page: UInt32 {
            precondition(isArticle, "only an article has a page")
            return value & ~Answer.excludedBit
        }

        /// The shape of a target that is no article; 0 for an article.
        @inline(__always)
        fileprivate var shape: UInt32 { isArticle ? 0 : value - Answer.firstOther }

        /// The profile excludes the page, by its path or its article's key.
        @inline(__always)
        var isExcluded: Bool { value & Answer.excludedBit != 0 }
    }

    private(set) var table = PageTable()
    /// What was read and fitted no pattern, for the warning on patterns that fit nothing.
    private(set) var unmatched = UnmatchedShapes()
    /// By place in the profile, whether a pattern has fitted a page.
    private var patternsFit: [Bool]
    private let rules: ArticleRules
    private let dependsOnQuery: Bool
    private let exclusions: Exclusions
    /// By page number the verdict of lines that ask for it, where the profile excludes it.
    private var exclusionVerdicts: [UInt32] = []
    private let verdicts: VerdictNumbers
    private var memo = ByteMemo(maximumEntries: TargetMemo.maximumEntries)
    private var reader = PathReader()

    private static let maximumEntries = 262_144

    init(_ rules: ArticleRules, exclusions: Exclusions, verdicts: VerdictNumbers) {
        self.verdicts = verdicts
        self.rules = rules
        dependsOnQuery = rules.dependsOnQuery
        self.exclusions = exclusions
        patternsFit = Array(repeating: false, count: rules.patterns.count)
    }

    /// The patterns, by their place in the profile, that have fitted a page.
    var fittingPatterns: Set<Int> { Set(patternsFit.indices.filter { patternsFit[$0] }) }

    /// The hash by which a target's key is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of key: ByteView) -> UInt32 { memo.prefetchedTag(of: key) }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { memo.prefetchEntry(tag: tag) }

    /// What the target of a line, which has this key, stands for.
    @inline(__always)
    mutating func answer(forKey key: ByteView, tag: UInt32) -> Answer {
        let answer = Answer(value: memo.value(for: key, tag: tag) ?? meet(key, tag: tag))
        unmatched.count(shape: answer.shape)
        return answer
    }

    @inline(never)
    private mutating func meet(_ key: ByteView, tag: UInt32) -> UInt32 {
        let answer = judge(key)
        return memo.remember(for: key, tag: tag) { answer.value }
    }

    /// What a canonical path is known to stand for, where no rule looks at the query.
    func knownAnswer(forPath path: ByteView) -> Answer? {
        memo.value(for: path, tag: memo.tag(of: path)).map { Answer(value: $0) }
    }

    /// A target that is no canonical path is asked for by that path, which most are known by already (of 1 GB with 20,000 articles
    /// two in three), and spared the patterns.
    private mutating func judge(_ key: ByteView) -> Answer {
        if dependsOnQuery { return judge(target: key.bytes) }
        guard let path = reader.path(of: key) else { return .none }
        if path.isEqual(to: key) { return judge(path: path) }
        let tag = memo.tag(of: path)
        if let known = memo.value(for: path, tag: tag) { return Answer(value: known) }
        let answer = judge(path: path)
        return Answer(value: memo.remember(for: path, tag: tag) { answer.value })
    }

    private mutating func judge(path: ByteView) -> Answer {
        guard let article = rules.article(at: path) else {
            return .otherPage(shape: unmatched.number(of: path))
        }
        if let pattern = article.pattern { patternsFit[pattern] = true }
        return article.withPage(of: path) { answer(forPage: $0) }
    }

    private mutating func judge(target: [UInt8]) -> Answer {
        switch rules.judge(target: target) {
        case .otherPage(.noPatternFits(let path)):
            return .otherPage(shape: path.withByteView { unmatched.number(of: $0) })
        case .otherPage: return .none
        case .article(let address):
            if let pattern = address.pattern { patternsFit[pattern] = true }
            return address.withPage { answer(forPage: $0) }
        }
    }

    private mutating func answer(forPage page: PageBytes) -> Answer {
        let number = number(of: page)
        return .page(number, isExcluded: exclusionVerdicts[Int(number)] != VerdictNumbers.none)
    }

    /// The number of an article's page, which may be a new one.
    mutating func number(of page: PageBytes) -> UInt32 {
        let number = table.number(of: page)
        precondition(number < Answer.excludedBit, "no site has a billion pages")
        if number == exclusionVerdicts.count { exclusionVerdicts.append(exclusionVerdict(of: page)) }
        return number
    }

    /// Why an excluded page is excluded, as the number of a verdict.
    func exclusionVerdict(ofPage number: UInt32) -> UInt32 { exclusionVerdicts[Int(number)] }

    private func exclusionVerdict(of page: PageBytes) -> UInt32 {
        if !exclusions.articles.isEmpty, exclusions.articles.contains(page.key.bytes) {
            return verdicts.number(of: .excluded("articles", ByteString(page.key.bytes).text))
        }
        if let pattern = exclusions.excludingPath(of: page.path) {
            return verdicts.number(of: .excluded("paths", pattern.source))
        }
        return VerdictNumbers.none
    }
}

/// How many lines had which shape of path that no pattern fits.
struct UnmatchedShapes: ~Copyable {
    private var numbers: [String: UInt32] = [:]
    private(set) var shapes: [String] = []
    /// By number.
    private let lines: UnsafeMutablePointer<Int>

    /// Number 0 stands for what is no page at all, for shapes beyond so many, and for articles.
    private static let maximumShapes = 4096

    init() {
        lines = .allocate(capacity: UnmatchedShapes.maximumShapes + 1)
        lines.initialize(repeating: 0, count: UnmatchedShapes.maximumShapes + 1)
    }

    deinit {
        lines.deallocate()
    }

    /// The number of the shape of a canonical path that is no article's.
    mutating func number(of path: ByteView) -> UInt32 {
        guard SiteFiles.reason(against: path) == nil else { return 0 }
        let shape = PathShape.of(path: path.bytes)
        if let known = numbers[shape] { return known }
        guard shapes.count < UnmatchedShapes.maximumShapes else { return 0 }
        shapes.append(shape)
        numbers[shape] = UInt32(shapes.count)
        return UInt32(shapes.count)
    }

    @inline(__always)
    func count(shape number: UInt32) {
        precondition(number <= UnmatchedShapes.maximumShapes, "no such shape")
        lines[Int(number)] += 1
    }

    /// Lines by shape.
    var counts: [String: Int] {
        Dictionary(uniqueKeysWithValues: shapes.indices.map { (shapes[$0], lines[$0 + 1]) })
    }
}
