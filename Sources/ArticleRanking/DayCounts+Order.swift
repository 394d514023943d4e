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

    /// By article: where it is among others, nil where it is not. One walk through both, which are in the order of keys.
    func places(in others: [ArticleCounts]) -> [Int?] {
        var next = 0
        return indices.map { index in
            while next < others.count, others[next].key < self[index].key { next += 1 }
            return next < others.count && others[next].key == self[index].key ? next : nil
        }
    }
}
