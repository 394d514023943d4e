public import LogReading

/// Lines by path, of paths that fitted no pattern.
///
/// Counts are exact. Beyond so many different paths no further one is taken up; its lines are counted in `others`.
public struct PathCounts: Sendable {
    public struct Entry: Hashable, Sendable {
        /// Canonical, its end cut off where it is long.
        public let path: ByteString
        public let lines: Int
    }

    private var counts: [ByteString: Int] = [:]
    /// Lines of paths that found no room.
    public private(set) var others = 0

    /// Different paths that are told apart: some 20 MB.
    static let mostPaths = 65_536
    /// Bytes of a path by which it is told from others.
    static let longestPath = 200

    mutating func note(_ path: ByteString, lines: Int = 1) {
        if counts[path] != nil || counts.count < PathCounts.mostPaths {
            counts[path, default: 0] += lines
        } else {
            others += lines
        }
    }

    /// The commonest; of equally common ones the least bytes first.
    public func commonest(_ count: Int) -> [Entry] {
        Array(sorted.prefix(count))
    }

    private var sorted: [Entry] {
        counts.map { Entry(path: $0.key, lines: $0.value) }.sorted { ($1.lines, $0.path) < ($0.lines, $1.path) }
    }

    /// How many paths were told apart.
    public var count: Int { counts.count }

    public static func += (left: inout PathCounts, right: PathCounts) {
        left.others += right.others
        for entry in right.sorted { left.note(entry.path, lines: entry.lines) }
    }
}
