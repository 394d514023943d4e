/// A visitor's click on an article at a second: 16 bytes, all that is kept of a line.
///
/// No address and no agent: the visitor is a keyed hash of both.
public struct Click: Hashable, Sendable {
    /// A 64-bit keyed hash of client and agent.
    public var visitor: UInt64
    /// The number of the article; whose numbers these are, the holder says.
    public var article: UInt32
    /// Seconds since 1970 UTC.
    public var second: UInt32

    public init(visitor: UInt64, article: UInt32, second: UInt32) {
        self.visitor = visitor
        self.article = article
        self.second = second
    }
}

/// Clicks in the order they came, in pieces, so that growing never copies what is there.
struct ClickPieces {
    private var full: [[Click]] = []
    private var current: [Click] = []

    /// One mebibyte.
    private static let pieceClicks = 65_536

    var pieces: [[Click]] { full + [current] }

    @inline(__always)
    mutating func append(_ click: Click) {
        if current.count == ClickPieces.pieceClicks { beginPiece() }
        current.append(click)
    }

    private mutating func beginPiece() {
        full.append(current)
        current = []
        current.reserveCapacity(ClickPieces.pieceClicks)
    }
}
