import LogReading

/// Remembers which page each request target is, by the target's raw bytes.
///
/// The same targets come again and again: the rules are asked once for each, not once a line (1.18 x on the whole
/// run). Where no rule looks at the query, targets that differ only in it are one entry.
struct TargetMemo {
    enum Verdict {
        /// The number of a page in `table`.
        case page(UInt32)
        case otherPage
    }

    private(set) var table = PageTable()
    /// What was read and fitted no pattern, for the warning on patterns that fit nothing.
    private(set) var unmatched = UnmatchedShapes()
    /// The patterns, by their place in the profile, that have fitted a page.
    private(set) var fittingPatterns: Set<Int> = []
    private let rules: ArticleRules
    private let exclusions: Exclusions
    private var memo = ByteTable()

    /// Forgotten and begun anew beyond this: attackers ask for endless targets.
    private static let maximumEntries = 262_144
    private static let maximumKeyBytes = 16 << 20

    init(_ rules: ArticleRules, exclusions: Exclusions) {
        self.rules = rules
        self.exclusions = exclusions
    }

    /// - Complexity: One look-up for a target seen before.
    mutating func verdict(on target: ByteView) -> Verdict {
        var key = target
        if !rules.dependsOnQuery, let query = target.firstIndex(of: UInt8(ascii: "?")) { key = target[0..<query] }
        let hash = ByteTable.hash(key)
        let value = memo.value(for: key, hash: hash) ?? remember(key, hash: hash)
        if value < TargetMemo.firstOther { return .page(value) }
        unmatched.count(shape: value - TargetMemo.firstOther)
        return .otherPage
    }

    /// Memo values from here on stand for no page, but for the number of a shape.
    private static let firstOther: UInt32 = 1 << 31

    private mutating func remember(_ key: ByteView, hash: UInt64) -> UInt32 {
        let value: UInt32
        switch rules.judge(target: key.bytes) {
        case .article(let address):
            value = table.number(of: address, excludedBy: exclusions)
            if fittingPatterns.count < rules.patterns.count,
                let pattern = rules.patterns.firstIndex(where: { $0.match(path: address.path) != nil })
            {
                fittingPatterns.insert(pattern)
            }
        case .otherPage(let reason):
            value = TargetMemo.firstOther + unmatched.number(of: reason)
        }
        if memo.count >= TargetMemo.maximumEntries || memo.keyBytes >= TargetMemo.maximumKeyBytes {
            memo.removeAll()
        }
        memo.insert(key, hash: hash, value: value)
        return value
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
