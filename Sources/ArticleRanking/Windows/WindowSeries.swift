import LogReading
public import ViewCounting

/// Windows of one length with several ends, in one pass: each day that they reach into is added once.
public struct WindowSeries: Sendable {
    /// Minutes since 1970 UTC, the earliest first.
    public let ends: [Int]
    public let articles: WindowArticles
    /// At the first end, until it slides on.
    public private(set) var window: SlidingWindow
    private let knowledge: WindowKnowledge

    /// - Parameter ends: At least one, each later than the one before.
    public init(_ length: WindowLength, ends: [Int], over articles: WindowArticles, clock: WindowClock) {
        precondition(!ends.isEmpty && zip(ends, ends.dropFirst()).allSatisfy(<), "windows end one after the other")
        self.ends = ends
        self.articles = articles
        knowledge = WindowKnowledge(of: ends[0] - length.minutes..<ends[ends.count - 1], articles.days, clock: clock)
        window = SlidingWindow(
            minutes: length.minutes, endingAt: ends[0], sections: articles.articles.map(\.section),
            lastEnd: ends[ends.count - 1])
    }

    /// Whether all of these minutes are in every window: then it does not matter in which of them a view was.
    public func alwaysHolds(_ minutes: Range<Int>) -> Bool {
        minutes.lowerBound >= ends[ends.count - 1] - window.length && minutes.upperBound <= ends[0]
    }

    /// Adds a day whose minutes are in every window.
    ///
    /// - Returns: False where an article of it was not gathered: then the day changed meanwhile.
    public mutating func add(_ day: NumberedDay, in minutes: Range<Int>) -> Bool {
        for row in day.rows {
            guard let article = articles.number(of: row) else { return false }
            window.add(Int(row.views), of: article, at: minutes.lowerBound)
        }
        return true
    }

    /// Adds a day by its minutes; those that are in no window are passed over.
    ///
    /// - Parameter views: Its articles are the rows of the day.
    /// - Returns: False where an article of it was not gathered: then the day changed meanwhile.
    public mutating func add(_ day: NumberedDay, _ views: MinuteViews) -> Bool {
        let numbers = day.rows.map { articles.number(of: $0) }
        var isWhole = true
        views.forEachArticle { number, steps in
            guard isWhole, number < numbers.count, let article = numbers[number] else {
                isWhole = false
                return
            }
            for step in steps { window.add(step.views, of: article, at: step.minute) }
        }
        return isWhole
    }

    public mutating func advance(to end: Int) { window.advance(to: end) }

    /// The first rows of the site, and of each section that is read in the window: by its views, most first, then by name.
    public func top(_ top: Int, sectionTop: Int) -> WindowTop {
        WindowTop(
            end: window.end, state: state, site: (window.views, window.top(top)),
            sections: window.readSections.map {
                ($0, window.views(ofSection: $0), window.top(sectionTop, ofSection: $0))
            }, article: { articles.articles[Int($0)] }, section: { articles.sections[Int($0)] })
    }

    /// How far the days of the window are known.
    public var state: WindowState { knowledge.state(of: window.start..<window.end) }

    /// All articles that are read in the window, ranked.
    public var ranking: WindowRanking {
        let counts = articles.articles.indices.compactMap { number -> ArticleCounts? in
            let views = window.views(of: UInt32(number))
            guard views > 0 else { return nil }
            let article = articles.articles[number]
            return ArticleCounts(
                key: article.key, path: article.path, section: article.section.map { articles.sections[Int($0)] },
                views: views, visitors: 0, rawClicks: 0)
        }
        return WindowRanking(counts)
    }
}
