import ViewCounting

/// The views of a day by article and minute.
///
/// Format 1: the earliest minute since 1970 UTC; the number of articles with views; of each, by how much its number is
/// more than the one before it (the first: its number), how many minutes it has, and of each of these how much later it
/// is than the one before (the first: than the earliest) and its views. Articles are numbered as in the articles beside.
enum MinutesBlob {
    static let format: UInt8 = 1

    static func encode(_ views: MinuteViews) -> BlobWriter {
        var writer = BlobWriter(format: format)
        var articles = 0
        views.forEachArticle { articles += $1.contains { $0.views > 0 } ? 1 : 0 }
        writer.append(varint: articles > 0 ? UInt64(views.firstMinute) : 0)
        writer.append(count: articles)
        var before = 0
        var minutes: [(minute: UInt32, views: UInt32)] = []
        views.forEachArticle { article, steps in
            minutes.removeAll(keepingCapacity: true)
            steps.forEachMinute { minutes.append(($0, $1)) }
            guard !minutes.isEmpty else { return }
            writer.append(varint: UInt64(article - before))
            writer.append(count: minutes.count)
            before = article
            var last = views.firstMinute
            for (minute, views) in minutes {
                writer.append(varint: UInt64(minute - last))
                writer.append(varint: UInt64(views))
                last = minute
            }
        }
        return writer
    }

    /// - Parameter articles: How many articles the day has.
    static func decode(_ bytes: UnsafeRawBufferPointer, articles: Int) throws(DamagedBlob) -> MinuteViews {
        var reader = try BlobReader(bytes, format: format)
        let earliest = try reader.uint32()
        let count = try reader.count(bytesEach: 4)
        var views = MinuteViews(firstMinute: earliest, articles: count, minutes: reader.remaining / 2 - count)
        var article: UInt64 = 0
        for index in 0..<count {
            let step = try reader.uint32()
            guard index == 0 || step > 0 else { throw DamagedBlob(reason: "has an article twice") }
            article += UInt64(step)
            guard article < UInt64(articles) else {
                throw DamagedBlob(reason: "has views of article \(article) of \(articles)")
            }
            views.begin(article: Int(article))
            var minute = UInt64(earliest)
            for place in 0..<(try reader.count(bytesEach: 2)) {
                let later = try reader.uint32()
                minute += UInt64(later)
                guard place == 0 || later > 0, minute <= UInt64(UInt32.max) else {
                    throw DamagedBlob(reason: "has minutes that are not in order")
                }
                views.add(try reader.uint32(), later: later)
            }
        }
        try reader.expectEnd()
        return views
    }
}
