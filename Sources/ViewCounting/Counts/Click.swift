/// A visitor's click on an article at a second: 16 bytes, all that is kept of a line.
///
/// No address and no agent: the visitor is a keyed hash of both. Articles are numbered as in the merged table.
public struct Click: Hashable, Sendable {
    /// A 64-bit keyed hash of client and agent.
    public var visitor: UInt64
    /// The number of the article in the merged table.
    public var article: UInt32
    /// Seconds since 1970 UTC.
    public var second: UInt32

    public init(visitor: UInt64, article: UInt32, second: UInt32) {
        self.visitor = visitor
        self.article = article
        self.second = second
    }
}

/// A click as a line brings it: on a page, by which the article and the path shown are known later.
struct PageClick: Sendable {
    /// A 64-bit keyed hash of client and agent.
    var visitor: UInt64
    /// The number of the page in the worker's table.
    var page: UInt32
    /// Seconds since 1970 UTC.
    var second: UInt32
}

/// Clicks in the order they came, in pieces, so that growing never copies what is there.
struct ClickPieces {
    private var full: [[PageClick]] = []
    private var current: [PageClick] = []

    /// One mebibyte.
    private static let pieceClicks = 65_536

    var pieces: [[PageClick]] { full + [current] }

    @inline(__always)
    mutating func append(_ click: PageClick) {
        if current.count == ClickPieces.pieceClicks { beginPiece() }
        current.append(click)
    }

    private mutating func beginPiece() {
        full.append(current)
        current = []
        current.reserveCapacity(ClickPieces.pieceClicks)
    }
}
