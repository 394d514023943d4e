import ArticleRanking
import ViewCounting

/// The views of a day by article and minute.
///
/// Format 1: the earliest minute since 1970 UTC; the number of articles with views; of each, by how much its number is
/// more than the one before it (the first: its number), how many minutes it has, and of each of these how much later it
/// is than the one before (the first: than the earliest) and its views. Articles are numbered as in the articles beside.
enum MinutesBlob {
    static let format: UInt8 = 1

    /// - Parameter views: In the order of articles and minutes.
    static func encode(_ views: MinuteViews) -> BlobWriter {
        var writer = BlobWriter(format: format)
        let earliest = views.cells.lazy.map(\.minute).min() ?? 0
        let runs = views.cells.chunkedByArticle
        writer.append(varint: UInt64(earliest))
        writer.append(count: runs.count)
        var article: UInt32 = 0
        for run in runs {
            guard let first = run.first else { continue }
            writer.append(varint: UInt64(first.article - article))
            writer.append(count: run.count)
            article = first.article
            var minute = earliest
            for cell in run {
                writer.append(varint: UInt64(cell.minute - minute))
                writer.append(varint: UInt64(cell.views))
                minute = cell.minute
            }
        }
        return writer
    }

    /// - Parameter articles: How many articles the day has.
    static func decode(_ bytes: UnsafeRawBufferPointer, articles: Int) throws(DamagedBlob) -> MinuteViews {
        var reader = try BlobReader(bytes, format: format)
        let earliest = try reader.uint32()
        var cells: [MinuteViews.Cell] = []
        cells.reserveCapacity(reader.remaining / 3)
        try decode(&reader, earliest, articles: articles) { cells.append(contentsOf: $0) }
        return MinuteViews(cells: cells)
    }

    /// The same, folded into slots while it is read.
    static func slots(
        _ bytes: UnsafeRawBufferPointer, articles: Int, in grid: TrendGrid
    ) throws(DamagedBlob) -> DaySlotting {
        var reader = try BlobReader(bytes, format: format)
        let earliest = try reader.uint32()
        var slotting = DaySlotting(earliest: earliest, articles: articles, in: grid)
        try decode(&reader, earliest, articles: articles) { slotting.add($0) }
        return slotting
    }

    /// - Parameter use: Takes the views of one article after the other, each one's in the order of minutes.
    @inline(__always)
    private static func decode(
        _ reader: inout BlobReader, _ earliest: UInt32, articles: Int,
        _ use: (UnsafeBufferPointer<MinuteViews.Cell>) -> Void
    ) throws(DamagedBlob) {
        var article: UInt64 = 0
        var cells: [MinuteViews.Cell] = []
        for index in 0..<(try reader.count(bytesEach: 4)) {
            let step = try reader.uint32()
            guard index == 0 || step > 0 else { throw DamagedBlob(reason: "has an article twice") }
            article += UInt64(step)
            guard article < UInt64(articles) else {
                throw DamagedBlob(reason: "has views of article \(article) of \(articles)")
            }
            var minute = UInt64(earliest)
            let count = try reader.count(bytesEach: 2)
            while cells.count < count { cells.append(MinuteViews.Cell(article: 0, minute: 0, views: 0)) }
            try cells.withUnsafeMutableBufferPointer { cells throws(DamagedBlob) in
                for place in 0..<count {
                    let later = try reader.uint32()
                    minute += UInt64(later)
                    guard place == 0 || later > 0, let checked = UInt32(exactly: minute) else {
                        throw DamagedBlob(reason: "has minutes that are not in order")
                    }
                    cells[place] = MinuteViews.Cell(
                        article: UInt32(article), minute: checked, views: try reader.uint32())
                }
                use(UnsafeBufferPointer(rebasing: cells[..<count]))
            }
        }
        try reader.expectEnd()
    }
}

extension [MinuteViews.Cell] {
    /// The cells of each article.
    fileprivate var chunkedByArticle: [ArraySlice<MinuteViews.Cell>] {
        var runs: [ArraySlice<MinuteViews.Cell>] = []
        var start = startIndex
        while start < endIndex {
            var end = start + 1
            while end < endIndex, self[end].article == self[start].article { end += 1 }
            runs.append(self[start..<end])
            start = end
        }
        return runs
    }
}
