/// The views of a made-up site by minute and article, without its lines: for work on counts that needs weeks of them.
///
/// They come by the same rhythm, interest and bursts as the lines do, but by draws of their own: these are not the views of
/// `SiteSynthesis`'s logs.
public struct ViewPlan: Sendable {
    /// A minute since 1970 UTC, and the number of the article that was read in it.
    public struct View: Equatable, Sendable {
        public var minute: UInt32
        public var article: UInt32
    }

    /// Of a loggen log's lines, so many are views.
    static let viewsPerMille = 300

    private let site: SiteModel

    public init(_ options: SynthesisOptions) throws(SynthesisError) {
        site = try SiteModel(options)
    }

    /// The first instants of the days, and the end of the last one: seconds since 1970 UTC.
    public var dayBounds: [Int] { site.clock.days.map(\.lowerBound) + [site.clock.end] }

    /// The articles' keys, by number.
    public var keys: [String] { site.newsroom.articles.map { String(decoding: $0.key, as: UTF8.self) } }

    /// The articles' sections, by number of the article: where it was first.
    public var sections: [Int] { site.newsroom.articles.map(\.desk) }

    /// What was planned to rise, or to look so.
    public var bursts: [Truth.Burst] { site.bursts.map { $0.truth(site.newsroom) } }

    /// The same with the article's number and the start in seconds since 1970 UTC; without shows.
    public var articleBursts: [(article: Int, start: Int, minutes: Int, rises: Bool)] {
        site.bursts.compactMap { burst in
            guard case .article(let number) = burst.target else { return nil }
            return (number, burst.start, burst.minutes, burst.kind.isRise)
        }
    }

    /// The views of a day and of its bursts, in no promised order.
    ///
    /// - Parameter hasRises: False leaves out the bursts that are rises.
    public func views(ofDay index: Int, hasRises: Bool = true) -> [View] {
        var site = site
        if !hasRises { site.bursts.removeAll(where: \.kind.isRise) }
        var planner = DayPlanner(day: index, quota: site.lines(of: index), site: site)
        planner.planBursts()
        let clicks = planner.requests.filter { $0.fate == nil }.map {
            ClickChains.Click(visitor: $0.client, article: $0.number, second: Int($0.second))
        }
        var chains = ClickChains()
        var views = chains.views(among: clicks, before: .max, day: site.clock.day(at:)).map { view in
            View(minute: UInt32(view.second / 60), article: view.article)
        }
        for _ in 0..<site.lines(of: index) * Self.viewsPerMille / 1000 {
            let second = planner.moment()
            let article = planner.article(at: second)
            views.append(View(minute: UInt32(second / 60), article: article.number))
        }
        return views
    }
}
