/// A click as a line brings it: on a page, by which the article and the path shown are known later. 16 bytes.
///
/// No address and no agent: the visitor is a keyed hash of both.
public struct PageClick: Hashable, Sendable {
    /// A 64-bit hash of client and agent, keyed with the salt of a day.
    public var visitor: UInt64
    /// The number of the page in the `PageTable` beside it.
    public var page: UInt32
    /// Seconds since 1970 UTC.
    public var second: UInt32

    public init(visitor: UInt64, page: UInt32, second: UInt32) {
        self.visitor = visitor
        self.page = page
        self.second = second
    }
}

/// A visitor's click on an article at a second, as it is shuffled and reduced. 16 bytes.
struct Click: Sendable {
    /// A 64-bit hash of client and agent, keyed with the salt of a day.
    var visitor: UInt64
    /// The article's number in the merged table, and what else has to be known of the click.
    private var articleAndMarks: UInt32
    /// Seconds since 1970 UTC.
    var second: UInt32

    /// - Precondition: `article` is at most `maximumArticle`.
    @inline(__always)
    init(visitor: UInt64, article: UInt32, second: UInt32, marks: Marks = []) {
        precondition(article <= Click.maximumArticle, "an article's number has 29 bits")
        self.visitor = visitor
        self.second = second
        articleAndMarks = article << Marks.bits | marks.rawValue
    }

    var article: UInt32 { articleAndMarks >> Marks.bits }
    var marks: Marks { Marks(rawValue: articleAndMarks & Marks.all) }

    static let maximumArticle = UInt32.max >> Marks.bits

    /// What tells clicks apart that came at different times; a new click has none.
    struct Marks: OptionSet {
        let rawValue: UInt32

        /// Of a source that an earlier run counted, and that still counts.
        static let kept = Marks(rawValue: 1)
        /// Of a source that an earlier run counted, and that counts no more.
        static let gone = Marks(rawValue: 2)
        /// Of the day after: it only tells whether clicks of this day are followed by another.
        static let follower = Marks(rawValue: 4)

        static let bits: UInt32 = 3
        static let all: UInt32 = 7
    }
}

/// Clicks in the order they came, in pieces, so that growing never copies what is there.
struct ClickPieces: ~Copyable {
    private var full: [[PageClick]] = []
    private var current: [PageClick] = []
    /// The last clicks, before they go into a piece many at once: an array asks at each click whether it has to copy itself.
    private var latest: UnsafeMutablePointer<PageClick>?
    private var latestCount = 0

    /// 256 KiB. The first piece grows up to that: it is copied, and its smaller forms are left behind.
    private static let pieceClicks = 16_384
    /// A part of a piece; 8 KiB.
    private static let latestClicks = 512

    init() {}

    deinit {
        latest?.deallocate()
    }

    /// All of them.
    var pieces: [[PageClick]] {
        mutating get {
            settleLatest()
            return current.isEmpty ? full : full + [current]
        }
    }

    @inline(__always)
    mutating func append(_ click: PageClick) {
        if latestCount == ClickPieces.latestClicks { settleLatest() }
        let latest = latest ?? allocateLatest()
        (latest + latestCount).initialize(to: click)
        latestCount += 1
    }

    @inline(never)
    private mutating func allocateLatest() -> UnsafeMutablePointer<PageClick> {
        let clicks = UnsafeMutablePointer<PageClick>.allocate(capacity: ClickPieces.latestClicks)
        latest = clicks
        return clicks
    }

    @inline(never)
    private mutating func settleLatest() {
        guard latestCount > 0 else { return }
        if current.count == ClickPieces.pieceClicks { beginPiece() }
        current.append(contentsOf: UnsafeBufferPointer(start: latest, count: latestCount))
        latestCount = 0
    }

    private mutating func beginPiece() {
        full.append(current)
        current = []
        current.reserveCapacity(ClickPieces.pieceClicks)
    }
}
