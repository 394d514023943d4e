import LogReading
import ViewCounting

/// The articles of a day by key, with what was counted of each.
///
/// Format 1: their number; then of each its key, path and section (`PageNameCoding`), its views, visitors and raw clicks.
enum ArticlesBlob {
    static let format: UInt8 = 1

    /// - Parameter articles: In the order of their keys.
    static func encode(_ articles: [ArticleCounts]) -> BlobWriter {
        var writer = BlobWriter(format: format)
        var coding = PageNameCoding()
        writer.append(count: articles.count)
        for article in articles {
            coding.append(key: article.key, path: article.path, section: article.section, to: &writer)
            writer.append(count: article.views)
            writer.append(count: article.visitors)
            writer.append(count: article.rawClicks)
        }
        return writer
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> [ArticleCounts] {
        var reader = try BlobReader(bytes, format: format)
        var coding = PageNameCoding()
        let count = try reader.count(bytesEach: PageNameCoding.leastBytes + 3)
        var articles: [ArticleCounts] = []
        articles.reserveCapacity(count)
        for _ in 0..<count {
            let name = try coding.next(from: &reader)
            if let last = articles.last, last.key >= name.key {
                throw DamagedBlob(reason: "has articles that are not in order")
            }
            articles.append(
                ArticleCounts(
                    key: name.key, path: name.path, section: name.section, views: try reader.quantity(),
                    visitors: try reader.quantity(), rawClicks: try reader.quantity()))
        }
        try reader.expectEnd()
        return articles
    }

    /// Whether one of the articles has one of these keys.
    ///
    /// - Parameter keys: In order, each once.
    /// - Complexity: Linear in the articles, and without making any of them: a night asks it of every day of a year.
    static func has(anyOf keys: [ByteString], _ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> Bool {
        var reader = try BlobReader(bytes, format: format)
        let count = try reader.count(bytesEach: PageNameCoding.leastBytes + 3)
        var key: [UInt8] = []
        var wanted = keys[...]
        for _ in 0..<count {
            try PageNameCoding.nextKey(in: &key, from: &reader)
            for _ in 0..<3 { _ = try reader.varint() }
            let here = ByteString(key)
            while let first = wanted.first, first < here { wanted = wanted.dropFirst() }
            guard let first = wanted.first else { return false }
            if first == here { return true }
        }
        return false
    }
}
