import LogReading

/// Finds the page that a line asks for which is no click by its method or status.
///
/// Apart from `TargetMemo`, which such lines must neither fill nor teach anything: anyone can ask for anything.
struct UncountedPages: ~Copyable {
    private let rules: ArticleRules
    private var memo = ByteMemo(maximumEntries: UncountedPages.maximumEntries)
    private var reader = PathReader()
    private let dependsOnQuery: Bool
    private var ownPages = 0

    private static let maximumEntries = 65_536
    /// New pages that these lines may bring.
    private static let mostOwnPages = 65_536
    private static let noPage = UInt32.max
    private static let tooMany = UInt32.max - 1

    enum Answer {
        case page(UInt32)
        /// The target is no article.
        case none
        /// It is one, and there are too many such pages to tell this one from others.
        case oneOfTooMany
    }

    init(_ rules: ArticleRules) {
        self.rules = rules
        dependsOnQuery = rules.dependsOnQuery
    }

    /// The hash by which a key is looked up, and for which its slot is fetched from memory meanwhile.
    @inline(__always)
    func prefetchedTag(of key: ByteView) -> UInt32 { memo.prefetchedTag(of: key) }

    @inline(__always)
    func prefetchEntry(tag: UInt32) { memo.prefetchEntry(tag: tag) }

    /// - Parameter key: The bytes by which a target is told from others.
    @inline(__always)
    mutating func page(forKey key: ByteView, tag: UInt32, in targets: inout TargetMemo) -> Answer {
        let value = memo.value(for: key, tag: tag) ?? meet(key, tag: tag, in: &targets)
        return switch value {
        case UncountedPages.noPage: .none
        case UncountedPages.tooMany: .oneOfTooMany
        default: .page(value)
        }
    }

    @inline(never)
    private mutating func meet(_ key: ByteView, tag: UInt32, in targets: inout TargetMemo) -> UInt32 {
        let value = judge(key, in: &targets)
        return memo.remember(for: key, tag: tag) { value }
    }

    private mutating func judge(_ key: ByteView, in targets: inout TargetMemo) -> UInt32 {
        if dependsOnQuery {
            guard case .article(let address) = rules.judge(target: key.bytes) else { return UncountedPages.noPage }
            return address.withPage { number(of: $0, in: &targets) }
        }
        guard let path = reader.path(of: key) else { return UncountedPages.noPage }
        if let known = targets.knownAnswer(forPath: path) {
            return known.isArticle ? known.page : UncountedPages.noPage
        }
        guard let article = rules.article(at: path) else { return UncountedPages.noPage }
        return article.withPage(of: path) { number(of: $0, in: &targets) }
    }

    private mutating func number(of page: PageBytes, in targets: inout TargetMemo) -> UInt32 {
        guard ownPages < UncountedPages.mostOwnPages else {
            return targets.table.knownPage(of: page) ?? UncountedPages.tooMany
        }
        let known = targets.table.pages.count
        let number = targets.number(of: page)
        if targets.table.pages.count > known { ownPages += 1 }
        return number
    }
}
