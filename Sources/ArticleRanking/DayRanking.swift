public import LogReading
public import ViewCounting

/// A day's Access Ranking: the whole site's, and each section's.
public struct DayRanking: Sendable {
    public let day: CalendarDay
    public let site: Ranking
    /// Sections by views, most first, then by name bytes. Articles without a section are in the site's ranking only.
    public let sections: [SectionRanking]

    /// Whether the whole day was read: only then do its ranks no longer move, and the next day is compared with it.
    public let isComplete: Bool

    private let articles: [ArticleCounts]
    /// The same articles as numbers.
    private let numbered: NumberedDay?

    /// Ranks a day.
    ///
    /// - Parameters:
    ///   - dayBefore: The ranking of the calendar day before, where it is known. Another day's, and that of a partial day,
    ///     count as unknown.
    ///   - charts: How the day's articles have fared; nil where that is not told, and then no article is a re-entry.
    public init(of counts: DayCounts, after dayBefore: DayRanking?, charts: DayCharts? = nil) {
        self.init(of: counts.inKeyOrder, as: nil, after: dayBefore, charts: charts)
    }

    /// The same of a day whose articles are in the order of their keys.
    ///
    /// - Parameter numbered: The same articles, numbered by the same table as those of the day before: then no key is compared.
    /// - Precondition: The articles of `numbered` are those of `counts`, in the same sections.
    public init(of counts: DayCounts, as numbered: NumberedDay?, after dayBefore: DayRanking?, charts: DayCharts?) {
        precondition(
            numbered.map { $0.rows.count == counts.articles.count } ?? true, "a day has one number for each article")
        let before = dayBefore.flatMap { $0.day == counts.day.previous && $0.isComplete ? $0 : nil }
        let sectionsBefore = before.map { ranking in
            Dictionary(uniqueKeysWithValues: ranking.sections.map { ($0.name, $0.ranking) })
        }
        let articles = counts.articles
        let entries = charts?.entries(of: articles, as: numbered)
        let placesBefore = before?.places(of: articles, as: numbered)
        let order = ViewOrder.of(articles)
        self.articles = articles
        self.numbered = numbered
        day = counts.day
        isComplete = counts.coverage.state == .complete
        site = Ranking(
            articles, at: Array(articles.indices), inOrder: order, previous: before?.site, placesBefore: placesBefore
        ) { entries?[$0]?.site }
        sections = SectionRanking.inOrder(
            DayRanking.scopes(of: articles, as: numbered, inOrder: order).map { name, places, order in
                // A section without a view on a known day before has an empty ranking there: all of it is new.
                let previous = sectionsBefore.map { $0[name] ?? Ranking([], previous: nil) }
                let ranking = Ranking(
                    articles, at: places, inOrder: order, previous: previous, placesBefore: placesBefore
                ) { entries?[$0]?.section }
                return SectionRanking(name: name, ranking: ranking)
            })
    }

    /// By article of another day: its place here, nil where it has none.
    private func places(of others: [ArticleCounts], as numbered: NumberedDay?) -> [Int?] {
        guard let own = self.numbered, let numbered else { return others.places(in: articles) }
        let numbers = max(own.articleNumbers, numbered.articleNumbers)
        var places = [Int?](repeating: nil, count: numbers)
        for (place, row) in own.rows.enumerated() { places[Int(row.article)] = place }
        return numbered.rows.map { places[Int($0.article)] }
    }

    /// The sections with their places, and these in the order of ranks, as that of all articles has them.
    private static func scopes(
        of articles: [ArticleCounts], as numbered: NumberedDay?, inOrder order: [Int]
    ) -> [(name: ByteString, places: [Int], order: [Int])] {
        let sections = SectionNumbers(of: articles, as: numbered)
        var places: [[Int]] = Array(repeating: [], count: sections.names.count)
        var indices = Array(repeating: 0, count: articles.count)
        for (place, section) in sections.numbers.enumerated() {
            guard let section else { continue }
            indices[place] = places[section].count
            places[section].append(place)
        }
        var orders: [[Int]] = places.map { own in
            var order: [Int] = []
            order.reserveCapacity(own.count)
            return order
        }
        for place in order {
            if let section = sections.numbers[place] { orders[section].append(indices[place]) }
        }
        return sections.names.indices.map { (sections.names[$0], places[$0], orders[$0]) }
    }
}

/// A section's ranking, on a day or over several.
public struct SectionRanking: Sendable {
    public let name: ByteString
    public let ranking: Ranking

    /// By views, most first, then by name bytes.
    static func inOrder(_ sections: [SectionRanking]) -> [SectionRanking] {
        sections.sorted { ($1.ranking.views, $0.name) < ($0.ranking.views, $1.name) }
    }
}
