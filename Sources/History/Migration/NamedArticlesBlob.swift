import LogReading
import ViewCounting

/// The articles of a day as histories up to version 2 have them: each with its name.
///
/// Format 1: their number; then of each its key, path and section (`PageNameCoding`), its views, visitors and raw clicks.
enum NamedArticlesBlob {
    static let format: UInt8 = 1

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
}
