import LogReading
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
    public let moves: [RankMove]
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
        let moved = after.moves.filter { $0.rankBefore != $0.rankAfter }
        let tops = Set([before, after].flatMap { $0.top(max(0, top)).rows.map(\.article.key) })
        moves = moved.filter { tops.contains($0.key) }.sorted { $0.order < $1.order }
        otherMoves = moved.count - moves.count
    }

    private static func inOrder(_ sources: [Source]) -> [Source] {
        sources.sorted { ($1.lines, ByteString($0.name)) < ($0.lines, ByteString($1.name)) }
    }
}

extension RankMove {
    fileprivate var order: (Int, Int, ByteString) {
        (min(rankBefore ?? .max, rankAfter ?? .max), rankAfter ?? .max, key)
    }
}
