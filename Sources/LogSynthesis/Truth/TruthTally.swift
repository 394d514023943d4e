/// Adds up the truth from what was planned, a day's plan at a time.
struct TruthTally {
    /// One day's counts, by article number.
    private struct DayCounts {
        /// Places that an article has at most.
        static let maximumPlaces = 2

        var views: [Int]
        var visitors: [Int]
        var rawClicks: [Int]
        /// Clicks by article and place.
        var clicks: [Int]

        init(articles: Int) {
            views = Array(repeating: 0, count: articles)
            visitors = views
            rawClicks = views
            clicks = Array(repeating: 0, count: articles * Self.maximumPlaces)
        }
    }

    private let site: SiteModel
    private var outcomes = Array(repeating: 0, count: PlannedOutcome.allCases.count)
    private var chains = ClickChains()
    private var pending: [ClickChains.Click] = []
    private var openDays: [DayCounts] = []
    private var closedDays: [Truth.Day] = []

    init(_ site: SiteModel) {
        self.site = site
    }

    /// Adds requests of the first open day and of the day after it.
    mutating func add(_ requests: [PlannedRequest]) {
        for request in requests {
            let fate = request.fate
            outcomes[(fate ?? .doubleClick).rawValue] += 1
            guard fate == nil || fate == .robot else { continue }
            let second = Int(request.second)
            let day = openDay(at: second)
            openDays[day].rawClicks[Int(request.number)] += 1
            guard fate == nil else { continue }
            openDays[day].clicks[Int(request.number) * DayCounts.maximumPlaces + Int(request.place)] += 1
            pending.append(ClickChains.Click(visitor: request.client, article: request.number, second: second))
        }
    }

    /// Judges the clicks of a day, all of which were added, and closes the day before it; the last day closes too.
    mutating func closeDay(_ index: Int) {
        let end = site.clock.days[index].upperBound
        let clock = site.clock
        let views = chains.views(among: pending.filter { $0.second < end }, before: end, day: clock.day(at:))
        pending.removeAll { $0.second < end }
        views.forEach { count($0) }
        while closedDays.count < index { closeFirstDay() }
        if index == site.clock.days.count - 1 {
            chains.finish().forEach { count($0) }
            closeFirstDay()
        }
    }

    var truth: Truth {
        Truth(
            timezone: site.options.timezone,
            lines: outcomes.reduce(0, +),
            outcomes: Dictionary(
                uniqueKeysWithValues: PlannedOutcome.allCases.map { ($0.name, outcomes[$0.rawValue]) }),
            days: closedDays,
            bursts: site.options.bursts.map { _ in site.bursts.map { $0.truth(site.newsroom) } })
    }

    /// A click was taken for a double click until it turns out to be a view.
    private mutating func count(_ view: ClickChains.View) {
        let day = openDay(at: view.second)
        openDays[day].views[Int(view.article)] += 1
        if view.isNewVisitor { openDays[day].visitors[Int(view.article)] += 1 }
        outcomes[PlannedOutcome.doubleClick.rawValue] -= 1
        outcomes[PlannedOutcome.view.rawValue] += 1
    }

    private mutating func openDay(at second: Int) -> Int {
        let day = site.clock.day(at: second) - closedDays.count
        precondition(day >= 0, "a request was planned for a day whose truth is told already")
        while openDays.count <= day { openDays.append(DayCounts(articles: site.newsroom.articles.count)) }
        return day
    }

    private mutating func closeFirstDay() {
        let counts = openDays.isEmpty ? DayCounts(articles: 0) : openDays.removeFirst()
        let articles = counts.views.indices.filter { counts.views[$0] > 0 }.map { number in
            let place = shownPlace(of: number, counts)
            return Truth.Article(
                key: String(decoding: site.newsroom.articles[number].key, as: UTF8.self),
                path: String(decoding: place.path, as: UTF8.self),
                section: String(decoding: place.section, as: UTF8.self),
                views: counts.views[number],
                visitors: counts.visitors[number],
                rawClicks: counts.rawClicks[number])
        }
        closedDays.append(
            Truth.Day(
                day: site.clock.names[closedDays.count].text,
                views: counts.views.reduce(0, +),
                rawClicks: counts.rawClicks.reduce(0, +),
                articles: articles.sorted { left, right in
                    left.views != right.views
                        ? left.views > right.views : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
                }))
    }

    /// The place of most clicks; of several, the one of the least bytes.
    private func shownPlace(of number: Int, _ counts: DayCounts) -> Article.Place {
        let places = site.newsroom.articles[number].places
        let clicks = counts.clicks[(number * DayCounts.maximumPlaces)...]
        guard places.count > 1, let first = clicks.first, let second = clicks.dropFirst().first else {
            return places[0]
        }
        if first != second { return first > second ? places[0] : places[1] }
        return places[0].path.lexicographicallyPrecedes(places[1].path) ? places[0] : places[1]
    }
}
