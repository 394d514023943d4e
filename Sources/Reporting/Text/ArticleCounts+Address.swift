import LogReading
import ViewCounting

extension ArticleCounts {
    /// What leads to the article and tells it from others: its path, and behind it the query where that is a part of what
    /// makes it this article (`identity_query`).
    var address: ByteString {
        key.bytes.starts(with: path.bytes + [UInt8(ascii: "?")]) ? key : path
    }
}
