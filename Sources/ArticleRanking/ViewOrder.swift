import ViewCounting

/// The order in which articles are ranked: most views first, of equal ones the one that came first.
///
/// Articles of up to `fewViews` are put in order by counting; the few of a day that have more are sorted.
enum ViewOrder {
    /// The numbers of articles, in that order.
    ///
    /// - Complexity: O(n) in the articles, and O(m log m) in those of many views.
    static func of(_ articles: [ArticleCounts]) -> [Int] {
        // By bucket, those of more views first: where its next number goes.
        var next = Array(repeating: 0, count: fewViews + 3)
        for article in articles { next[bucket(article.views) + 1] += 1 }
        for bucket in 1..<next.count { next[bucket] += next[bucket - 1] }
        let many = next[1]
        var order = Array(repeating: 0, count: articles.count)
        for (number, article) in articles.enumerated() {
            let bucket = bucket(article.views)
            order[next[bucket]] = number
            next[bucket] += 1
        }
        order[..<many].sort { (articles[$1].views, $0) < (articles[$0].views, $1) }
        return order
    }

    /// 0 for many views; then one for each number of views, the higher number first, and one for all below 1.
    private static func bucket(_ views: Int) -> Int { fewViews + 1 - min(max(views, 0), fewViews + 1) }

    private static let fewViews = 4095
}
