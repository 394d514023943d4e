/// The views of the minutes `[end - length, end)` by article, and who has most of them: the site's and each section's.
///
/// A slide costs what enters and leaves, not the number of articles. Articles are numbered from 0 in the order of their key
/// bytes, so that of equal views the lower number stands first. Minutes are since 1970 UTC.
///
/// ```
/// var window = SlidingWindow(minutes: 60, endingAt: noon, sections: [0, 1, nil])
/// window.add(1, of: 2, at: noon - 1)
/// window.advance(to: noon + 10)
/// window.top(10)
/// ```
public struct SlidingWindow: Sendable {
    /// Minutes; 1 or more.
    public let length: Int
    /// The first minute behind it.
    public private(set) var end: Int
    /// All views in it.
    public private(set) var views = 0

    private let lastEnd: Int
    private let sections: [UInt32?]
    private var site: Leaderboard
    private var sectionBoards: [SectionBoard]
    /// By article: its number within its section; 0 without one.
    private let placeInSection: [UInt32]
    /// What has to enter or to leave yet.
    private var held: [Int: [Change]] = [:]

    private struct Change {
        let article: UInt32
        let views: Int32
    }

    private struct SectionBoard {
        /// In order.
        var articles: [UInt32] = []
        var board = Leaderboard(articles: 0)
        var views = 0
    }

    /// An empty window.
    ///
    /// - Parameters:
    ///   - sections: Of each article its section, numbered from 0; nil for none.
    ///   - lastEnd: Where it will never slide beyond this minute, what stays in it up to then is not remembered minute by
    ///     minute; nil where nobody knows.
    public init(minutes length: Int, endingAt end: Int, sections: [UInt32?], lastEnd: Int? = nil) {
        precondition(length >= 1, "a window has at least one minute")
        precondition(lastEnd ?? end >= end, "a window only slides forward")
        self.length = length
        self.end = end
        self.lastEnd = lastEnd ?? .max
        self.sections = sections
        site = Leaderboard(articles: sections.count)
        var boards: [SectionBoard] = []
        placeInSection = sections.enumerated().map { article, section in
            guard let section else { return 0 }
            while boards.count <= Int(section) { boards.append(SectionBoard()) }
            boards[Int(section)].articles.append(UInt32(article))
            return UInt32(boards[Int(section)].articles.count - 1)
        }
        for section in boards.indices {
            boards[section].board = Leaderboard(articles: boards[section].articles.count)
        }
        sectionBoards = boards
    }

    /// The first minute in it.
    public var start: Int { end - length }

    /// Adds views of a minute: counted at once where it is inside, once it enters where it is not yet; a minute that has left
    /// already changes nothing.
    ///
    /// - Parameter views: Below 0 to take back what was added for this minute before, as for a click that became a double click.
    public mutating func add(_ views: Int, of article: UInt32, at minute: Int) {
        guard minute >= start, minute < lastEnd else { return }
        if minute < end { count(views, of: article) }
        guard minute >= end || leaves(minute) else { return }
        var rest = views
        while rest != 0 {
            let part = Int32(clamping: rest)
            held[minute, default: []].append(Change(article: article, views: part))
            rest -= Int(part)
        }
    }

    /// Slides to a later end.
    ///
    /// - Complexity: What enters and leaves, O(log n) each for n articles, and mostly less.
    public mutating func advance(to newEnd: Int) {
        precondition(newEnd >= end && newEnd <= lastEnd, "a window only slides forward, up to its last end")
        let (oldStart, oldEnd) = (start, end)
        end = newEnd
        for minute in oldStart..<min(start, oldEnd) {
            for change in held.removeValue(forKey: minute) ?? [] { count(-Int(change.views), of: change.article) }
        }
        // What a long step leaps over was never inside.
        for minute in oldEnd..<max(oldEnd, start) { held[minute] = nil }
        for minute in max(oldEnd, start)..<newEnd {
            for change in held[minute] ?? [] { count(Int(change.views), of: change.article) }
            if !leaves(minute) { held[minute] = nil }
        }
    }

    public func views(of article: UInt32) -> Int { site.views(of: Int(article)) }

    /// All views in it of a section.
    public func views(ofSection section: UInt32) -> Int {
        Int(section) < sectionBoards.count ? sectionBoards[Int(section)].views : 0
    }

    /// The sections that have views in it, by number.
    public var readSections: [UInt32] {
        sectionBoards.indices.filter { sectionBoards[$0].views > 0 }.map { UInt32($0) }
    }

    /// The first `count` articles, most views first, then by number.
    ///
    /// - Parameter section: Nil for the site.
    /// - Complexity: O(k log n) for k rows and n articles.
    public func top(_ count: Int, ofSection section: UInt32? = nil) -> [WindowRow] {
        let rows: [Leaderboard.Row]
        if let section {
            guard Int(section) < sectionBoards.count else { return [] }
            let scope = sectionBoards[Int(section)]
            rows = scope.board.top(count).map {
                Leaderboard.Row(article: Int(scope.articles[$0.article]), views: $0.views)
            }
        } else {
            rows = site.top(count)
        }
        return WindowRow.ranked(rows)
    }

    /// How many articles have exactly so many views: those that share a rank.
    ///
    /// - Parameters:
    ///   - views: 1 or more.
    ///   - section: Nil for the site.
    /// - Complexity: O(k log n) for n articles, of which k have as many or more.
    public func articles(with views: Int, inSection section: UInt32? = nil) -> Int {
        guard let section else { return site.articles(with: views) }
        return Int(section) < sectionBoards.count ? sectionBoards[Int(section)].board.articles(with: views) : 0
    }

    /// Whether it leaves before the last end.
    private func leaves(_ minute: Int) -> Bool { minute < lastEnd - length }

    @inline(__always)
    private mutating func count(_ change: Int, of article: UInt32) {
        views += change
        site.add(change, to: Int(article))
        guard let section = sections[Int(article)] else { return }
        sectionBoards[Int(section)].views += change
        sectionBoards[Int(section)].board.add(change, to: Int(placeInSection[Int(article)]))
    }
}
