/// Where the segments of a path lie: found once for a path, however many patterns it is compared with.
struct PathSegments {
    /// The whole path.
    let bytes: [UInt8]
    /// Where the slashes are, and behind them the end of the path; empty for `/`, which has no segments.
    private let slashes: [Int]

    /// Nil for what does not begin with `/`.
    init?(_ path: [UInt8]) {
        guard path.first == .slash else { return nil }
        bytes = path
        if path.count == 1 {
            slashes = []
            return
        }
        var slashes: [Int] = []
        slashes.reserveCapacity(Self.usualSlashes)
        for (index, byte) in path.enumerated() where byte == .slash { slashes.append(index) }
        slashes.append(path.count)
        self.slashes = slashes
    }

    /// Room for the slashes of most paths, so that one allocation does.
    private static let usualSlashes = 8

    var count: Int { max(slashes.count - 1, 0) }

    var isRoot: Bool { bytes.count == 1 }

    /// The bytes of a segment; an empty range where two slashes follow each other.
    subscript(index: Int) -> Range<Int> { slashes[index] + 1..<slashes[index + 1] }
}
