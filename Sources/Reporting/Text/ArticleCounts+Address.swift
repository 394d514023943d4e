import ArticleRanking
import LogReading
import ViewCounting

extension ArticleCounts {
    /// What leads to the article and tells it from others.
    var address: ByteString { ArticleLink.address(of: key, path: path) }
}

extension Restatement.Move {
    /// What leads to the article and tells it from others.
    var address: ByteString { ArticleLink.address(of: key, path: path) }
}
