public import LogReading
public import ViewCounting

/// What a day's counts were before a run changed them, and what they are now.
///
/// A pure function of the articles before and after; `docs/reports.md` shows how it is told.
public struct Restatement: Codable, Hashable, Sendable {
    /// A log whose lines came to the day or went from it.
    public struct Source: Codable, Hashable, Sendable {
        /// As the history has it; not for printing as it is.
        public let name: String
        /// Its lines of this day.
        public let lines: Int

        public init(name: String, lines: Int) {
            self.name = name
            self.lines = lines
        }
    }

    /// An article whose rank in the site's ranking is another now.
    public struct Move: Hashable, Sendable {
        public let key: ByteString
        /// The path shown now; of an article that is gone, the one that was shown.
        public let path: ByteString
        /// Nil where it had no view before.
        public let rankBefore: Int?
        /// Nil where it has no view any more.
        public let rankAfter: Int?
        public let viewsBefore: Int
        public let viewsAfter: Int
    }

    /// The day's version since then: 2 or more.
    public let version: Int
    /// The start of the run that restated it, seconds since 1970 UTC; `times` at most.
    public let at: Int64
    /// By lines, most first, then by name bytes.
    public let came: [Source]
    public let gone: [Source]
    public let viewsBefore: Int
    public let viewsAfter: Int
    /// Views counted before that a click which came now has made a double click.
    public let retracted: Int
    /// Articles of the top before or after whose rank changed: by the better of both ranks, then by the rank now, then by key.
    public let moves: [Move]
    /// How many articles outside of both tops have another rank now.
    public let otherMoves: Int

    /// The instants that `at` can have: 1970 to the end of the year 9999.
    public static let times: ClosedRange<Int64> = 0...253_402_300_799

    /// Compares the articles of a day, which are in any order.
    ///
    /// - Parameter top: Rows of the site's ranking that readers see: their moves are told one by one.
    /// - Complexity: O(n log n) in the articles.
    public init(
        version: Int, at: Int64, came: [Source], gone: [Source], retracted: Int, before: [ArticleCounts],
        after: [ArticleCounts], top: Int
    ) {
        self.version = max(1, version)
        self.at = min(max(at, Restatement.times.lowerBound), Restatement.times.upperBound)
        self.came = Restatement.inOrder(came)
        self.gone = Restatement.inOrder(gone)
        self.retracted = max(0, retracted)
        let before = Ranking(before, previous: nil)
        let after = Ranking(after, previous: before)
        viewsBefore = before.views
        viewsAfter = after.views
        let moved = Restatement.moves(from: before, to: after)
        let tops = Set([before, after].flatMap { $0.top(max(0, top)).rows.map(\.article.key) })
        moves = moved.filter { tops.contains($0.key) }.sorted { $0.order < $1.order }
        otherMoves = moved.count - moves.count
    }

    /// Every article whose rank differs, in no order that is promised.
    private static func moves(from before: Ranking, to after: Ranking) -> [Move] {
        let stayed = after.rows.filter { $0.course?.change != 0 }.map { row in
            Move(
                key: row.article.key, path: row.article.path, rankBefore: row.course?.previousRank,
                rankAfter: row.rank, viewsBefore: row.course?.previousViews ?? 0, viewsAfter: row.article.views)
        }
        let keys = Set(after.rows.map(\.article.key))
        let left = before.rows.filter { !keys.contains($0.article.key) }.map { row in
            Move(
                key: row.article.key, path: row.article.path, rankBefore: row.rank, rankAfter: nil,
                viewsBefore: row.article.views, viewsAfter: 0)
        }
        return stayed + left
    }

    private static func inOrder(_ sources: [Source]) -> [Source] {
        sources.sorted { ($1.lines, ByteString($0.name)) < ($0.lines, ByteString($1.name)) }
    }
}

extension Restatement.Move {
    fileprivate var order: (Int, Int, ByteString) {
        (min(rankBefore ?? .max, rankAfter ?? .max), rankAfter ?? .max, key)
    }
}
