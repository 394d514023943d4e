import CGlibc
import ViewCounting

/// What the rows of a ranking are made of.
final class RankedList: Sendable {
    /// Of the whole day, in the order of keys.
    let articles: [ArticleCounts]
    /// By row.
    let standings: [Standing]
    /// Whether something is known of the day before.
    let isCompared: Bool

    /// A row in few bytes: a day has ten thousands of them.
    struct Standing: Sendable {
        private let ownPlace: UInt32
        private let ownRank: UInt32
        /// 0 where the article had no view on the day before.
        private let rankBefore: UInt32
        /// On the day before.
        let previousViews: Int
        let chart: ChartEntry?

        init(place: Int, rank: Int, previous: (rank: Int, views: Int)?, chart: ChartEntry?) {
            ownPlace = UInt32(place)
            ownRank = UInt32(rank)
            rankBefore = UInt32(previous?.rank ?? 0)
            previousViews = previous?.views ?? 0
            self.chart = chart
        }

        /// Of the article.
        var place: Int { Int(ownPlace) }
        var rank: Int { Int(ownRank) }
        var previousRank: Int? { rankBefore == 0 ? nil : Int(rankBefore) }
    }

    init(_ articles: [ArticleCounts], _ standings: [Standing], isCompared: Bool) {
        self.articles = articles
        self.standings = standings
        self.isCompared = isCompared
    }
}

// Rows come by views, and what they are made of lies anywhere: to wait for it took half of the time in which a table was written.
extension RankedList {
    /// Asks for the article of a row, if there is such a row.
    func fetchArticle(ofRow row: Int) {
        guard row < standings.count else { return }
        articles.withUnsafeBufferPointer { articles in
            cglibc_prefetch(articles.baseAddress.map { $0 + standings[row].place })
        }
    }

    /// Asks for the texts of a row whose article is at hand, if there is such a row.
    func fetchTexts(ofRow row: Int) {
        guard row < standings.count else { return }
        articles.withUnsafeBytes { articles in
            for text in RankedList.texts {
                // An array is a reference to where its elements are. It is read as such: Swift would count it, there.
                let start = articles.load(
                    fromByteOffset: standings[row].place * MemoryLayout<ArticleCounts>.stride + text,
                    as: UnsafeRawPointer?.self)
                cglibc_prefetch(start)
                cglibc_prefetch(start.map { $0 + RankedList.cacheLine })
            }
        }
    }

    /// Where an article holds those of its texts that hardly another article has.
    private static let texts = [\ArticleCounts.key, \ArticleCounts.path].compactMap {
        MemoryLayout<ArticleCounts>.offset(of: $0)
    }
    private static let cacheLine = 64
}
