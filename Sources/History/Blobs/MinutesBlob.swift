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
        let earliest = views.cells.reduce(UInt32.max) { min($0, $1.minute) }
        writer.append(varint: views.cells.isEmpty ? 0 : UInt64(earliest))
        writer.append(count: views.cells.articles)
        var article: UInt32 = 0
        var start = 0
        while start < views.cells.count {
            let own = start..<views.cells.endOfArticle(at: start)
            writer.append(varint: UInt64(views.cells[start].article - article))
            writer.append(count: own.count)
            article = views.cells[start].article
            var minute = earliest
            for index in own {
                writer.append(varint: UInt64(views.cells[index].minute - minute))
                writer.append(varint: UInt64(views.cells[index].views))
                minute = views.cells[index].minute
            }
            start = own.upperBound
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
    /// How many articles they are of.
    fileprivate var articles: Int {
        indices.reduce(0) { $0 + ($1 == 0 || self[$1].article != self[$1 - 1].article ? 1 : 0) }
    }

    /// The place behind the last cell of the article that has the cell at `start`.
    fileprivate func endOfArticle(at start: Int) -> Int {
        var end = start + 1
        while end < count, self[end].article == self[start].article { end += 1 }
        return end
    }
}
