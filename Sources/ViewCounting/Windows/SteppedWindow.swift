/// A window that stops at few ends, all of them known before: the views in it by article, and who has most of them.
///
/// At each stop it looks at every article once, which is more than a `SlidingWindow` does, and so it need not keep anything in
/// order on the way: views are added to arrays. For the 24 hours of a day that takes a tenth of the time. Numbers and order are
/// those of `SlidingWindow`.
public struct SteppedWindow: Sendable {
    /// Minutes; 1 or more.
    public let length: Int
    /// The minutes in which some window begins or ends, in order. Between two of them it does not matter when a view was.
    private let bounds: [Int]
    /// What articles have from each bound to the next.
    private var stretches: [[Change]]
    /// The stretches that are inside.
    private var inside = 0..<0
    /// By article.
    private var views: [Int]
    private let sections: [UInt32?]
    private let sectionCount: Int

    private struct Change {
        let article: UInt32
        let views: UInt32
    }

    /// The first rows of the site, and of each section that is read.
    public typealias Top = (
        site: (views: Int, rows: [WindowRow]), sections: [(number: UInt32, views: Int, rows: [WindowRow])]
    )

    /// An empty window.
    ///
    /// - Parameters:
    ///   - ends: Minutes since 1970 UTC, each later than the one before; at least one.
    ///   - sections: Of each article its section, numbered from 0; nil for none.
    public init(minutes length: Int, ends: [Int], sections: [UInt32?]) {
        precondition(length >= 1 && !ends.isEmpty, "a window has at least one minute, and an end")
        self.length = length
        bounds = Set(ends + ends.map { $0 - length }).sorted()
        stretches = Array(repeating: [], count: bounds.count - 1)
        views = Array(repeating: 0, count: sections.count)
        self.sections = sections
        sectionCount = sections.reduce(0) { max($0, Int($1 ?? 0) + 1) }
    }

    /// From the beginning of the first window to the end of the last.
    public var reach: Range<Int> { bounds[0]..<bounds[bounds.count - 1] }

    /// Adds the views of a day, before the window is moved for the first time.
    ///
    /// - Parameter numbers: By number of an article in the day, its number here.
    public mutating func add(_ day: MinuteViews, numbers: [UInt32]) {
        precondition(inside.isEmpty, "views come before the window moves")
        day.forEachArticle { article, steps in
            let number = numbers[article]
            // What is before the first bound comes to a stretch of its own, which is none.
            var (stretch, end, views) = (-1, bounds[0], 0)
            for step in steps {
                if step.minute >= end {
                    add(views, of: number, to: stretch)
                    (stretch, views) = (self.stretch(of: step.minute, from: stretch), 0)
                    end = stretch < stretches.count ? bounds[stretch + 1] : .max
                }
                views += step.views
            }
            add(views, of: number, to: stretch)
        }
    }

    /// The stretch that holds a minute, or the number behind all.
    private func stretch(of minute: Int, from first: Int) -> Int {
        var stretch = first
        while stretch < stretches.count, bounds[stretch + 1] <= minute { stretch += 1 }
        return stretch
    }

    private mutating func add(_ views: Int, of article: UInt32, to stretch: Int) {
        guard stretches.indices.contains(stretch) else { return }
        var rest = views
        while rest > 0 {
            let part = UInt32(clamping: rest)
            stretches[stretch].append(Change(article: article, views: part))
            rest -= Int(part)
        }
    }

    /// Slides to one of its ends, a later one.
    public mutating func advance(to end: Int) {
        while inside.upperBound < stretches.count, bounds[inside.upperBound] < end {
            for change in stretches[inside.upperBound] { views[Int(change.article)] += Int(change.views) }
            inside = inside.lowerBound..<inside.upperBound + 1
        }
        while bounds[inside.lowerBound] < end - length {
            for change in stretches[inside.lowerBound] { views[Int(change.article)] -= Int(change.views) }
            inside = inside.lowerBound + 1..<inside.upperBound
        }
    }

    /// The first `top` articles of the site and the first `sectionTop` of each section, most views first, then by number.
    ///
    /// - Complexity: O(n) in the articles, as long as a top is small beside them.
    public func top(_ top: Int, sectionTop: Int) -> Top {
        var site = FirstRows(top)
        var bySection = Array(repeating: FirstRows(sectionTop), count: sectionCount)
        for (article, views) in views.enumerated() where views > 0 {
            site.add(article, views: views)
            if let section = sections[article] { bySection[Int(section)].add(article, views: views) }
        }
        return (
            (site.views, site.ranked),
            bySection.indices.filter { bySection[$0].views > 0 }
                .map { (UInt32($0), bySection[$0].views, bySection[$0].ranked) }
        )
    }
}

/// The first rows of articles that come in the order of their numbers.
private struct FirstRows {
    /// Of all that came.
    private(set) var views = 0
    private let count: Int
    private var rows: [Leaderboard.Row] = []
    /// What an article must have at least to be among the first.
    private var least = 1

    init(_ count: Int) {
        self.count = count
        if count <= 0 { least = .max }
    }

    @inline(__always)
    mutating func add(_ article: Int, views: Int) {
        self.views += views
        if views >= least { take(article, views) }
    }

    /// Of those that are too many the last go, a row for each that is to stay: so the work for each is small.
    @inline(never)
    private mutating func take(_ article: Int, _ views: Int) {
        rows.append(Leaderboard.Row(article: article, views: views))
        guard rows.count / 2 >= count else { return }
        rows = first
        // Of as many views those that came before stand first.
        least = (rows.last?.views ?? 0) + 1
    }

    private var first: [Leaderboard.Row] {
        Array(rows.sorted { ($1.views, $0.article) < ($0.views, $1.article) }.prefix(count))
    }

    var ranked: [WindowRow] { WindowRow.ranked(first) }
}
