import ViewCounting

extension DayCounts {
    /// With the articles in the order of their keys; as counted they are so already.
    var inKeyOrder: DayCounts {
        if articles.isInKeyOrder { return self }
        var counts = self
        counts.articles.sort { $0.key < $1.key }
        return counts
    }
}

extension [ArticleCounts] {
    /// Whether each key comes before the next one's.
    var isInKeyOrder: Bool {
        indices.dropFirst().allSatisfy { self[$0 - 1].key < self[$0].key }
    }
}
