public import LogReading
public import ViewCounting

/// An article in two rankings, of which it is in one at least.
public struct ComparedArticle: Sendable {
    /// Nil where the article had no view then.
    public let then: RankedArticle?
    /// Nil where the article has no view now.
    public let now: RankedArticle?
    /// As it is now; as it was then where it is gone.
    public let article: ArticleCounts

    /// What became of an article between two rankings.
    public enum Movement: String, Sendable {
        /// No view then.
        case new
        /// No view now.
        case gone
        case up, down, same
    }

    /// Nil for an article of neither.
    init?(then: RankedArticle?, now: RankedArticle?) {
        guard let article = now?.article ?? then?.article else { return nil }
        self.then = then
        self.now = now
        self.article = article
    }

    public var key: ByteString { article.key }

    /// Places won: rank then - rank now; nil where it has no rank in one of them.
    public var change: Int? {
        guard let then, let now else { return nil }
        return then.rank - now.rank
    }

    public var viewsThen: Int { then?.article.views ?? 0 }
    public var viewsNow: Int { now?.article.views ?? 0 }
    /// Views now - views then.
    public var viewsChange: Int { viewsNow - viewsThen }

    public var movement: Movement {
        switch change {
        case nil: now == nil ? .gone : .new
        case let change? where change > 0: .up
        case let change? where change < 0: .down
        default: .same
        }
    }
}
