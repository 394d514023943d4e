import LogReading
import TestSupport
import ViewCounting

@testable import History

/// A kind of blob with values of it, all behind one face: encode, and decode to something that can be compared.
struct BlobSample: CustomStringConvertible, Sendable {
    let description: String
    let blob: [UInt8]
    /// Decodes and encodes again.
    let reencoded: @Sendable ([UInt8]) throws(DamagedBlob) -> [UInt8]

    private init(
        _ description: String, _ blob: [UInt8],
        _ reencoded: @escaping @Sendable (UnsafeRawBufferPointer) throws(DamagedBlob) -> [UInt8]
    ) {
        self.description = description
        self.blob = blob
        self.reencoded = { bytes throws(DamagedBlob) in
            try bytes.withUnsafeBytes { buffer in
                Result { () throws(DamagedBlob) in try reencoded(buffer) }
            }.get()
        }
    }

    /// Blobs of every kind, made of a seed.
    static func all(seed: UInt64) -> [BlobSample] {
        var random = SeededGenerator(seed: seed)
        let table = Values.table(&random)
        let pages = UInt32(table.pages.count)
        let numbers = Array(0..<pages)
        let day = CalendarDay(number: .random(in: 0...40_000, using: &random))
        let articles = Values.articles(&random)
        let count = articles.count
        return [
            BlobSample(
                "clicks",
                [UInt8](ClickRunBlob.encode([Values.clicks(&random, pages: pages)[...]], numbers: numbers))
            ) { bytes throws(DamagedBlob) in
                let clicks = try ClickRunBlob.decode(bytes, pages: Int(pages))
                return [UInt8](ClickRunBlob.encode([clicks[...]], numbers: numbers))
            },
            BlobSample("pages", PageTableBlob.encode(KeptPages(table).order, of: KeptPages(table)).bytes) {
                bytes throws(DamagedBlob) in
                let table = try PageTableBlob.decode(bytes)
                return PageTableBlob.encode(Array(0..<UInt32(table.pages.count)), of: KeptPages(table)).bytes
            },
            BlobSample(
                "uncounted lines",
                UncountedBlob.encode(
                    Values.uncounted(&random, pages: pages), untold: .random(in: 0...300, using: &random),
                    numbers: numbers
                ).bytes
            ) { bytes throws(DamagedBlob) in
                let (lines, untold) = try UncountedBlob.decode(bytes, pages: Int(pages))
                return UncountedBlob.encode(lines, untold: untold, numbers: numbers).bytes
            },
            BlobSample("accounting", AccountingBlob.encode(Values.accounting(&random)).bytes) {
                bytes throws(DamagedBlob) in AccountingBlob.encode(try AccountingBlob.decode(bytes)).bytes
            },
            BlobSample("lines", LinesBlob.encode(Values.lines(&random, day)).bytes) { bytes throws(DamagedBlob) in
                LinesBlob.encode(try LinesBlob.decode(bytes, day: day)).bytes
            },
            BlobSample("articles", ArticlesBlob.encode(articles).bytes) { bytes throws(DamagedBlob) in
                ArticlesBlob.encode(try ArticlesBlob.decode(bytes)).bytes
            },
            BlobSample("minutes", MinutesBlob.encode(Values.minutes(&random, day, articles: count)).bytes) {
                bytes throws(DamagedBlob) in
                MinutesBlob.encode(try MinutesBlob.decode(bytes, articles: count)).bytes
            },
            BlobSample("content", ContentBlob.encode(Values.content(&random)).bytes) { bytes throws(DamagedBlob) in
                ContentBlob.encode(try ContentBlob.decode(bytes)).bytes
            },
            BlobSample("key", [UInt8](KeyBlob.encode(.random()))) { bytes throws(DamagedBlob) in
                [UInt8](KeyBlob.encode(try KeyBlob.decode(bytes)))
            },
        ]
    }
}

/// Values that a seed decides.
enum Values {
    /// Bytes, not text: keys hold whatever a line holds.
    static func text(_ random: inout SeededGenerator) -> ByteString {
        let beginnings = ["/politics/2026/", "/politics/", "20260302-", "", "/\u{7279}\u{96C6}/"]
        let rest = (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        return ByteString(Array((beginnings.randomElement(using: &random) ?? "").utf8) + rest)
    }

    static func section(_ random: inout SeededGenerator) -> ByteString? {
        [nil, "politics", "", text(&random)].randomElement(using: &random) ?? nil
    }

    static func table(_ random: inout SeededGenerator) -> PageTable {
        var table = PageTable()
        for _ in 0..<40 {
            let key = text(&random)
            for _ in 0..<Int.random(in: 1...2, using: &random) {
                let path = Bool.random(using: &random) ? key : text(&random)
                _ = table.page(key: key, path: path, section: section(&random))
            }
        }
        return table
    }

    static func clicks(_ random: inout SeededGenerator, pages: UInt32) -> [PageClick] {
        (0..<50).map { _ in
            PageClick(
                visitor: .random(in: .min ... .max, using: &random), page: .random(in: 0..<pages, using: &random),
                second: .random(in: .min ... .max, using: &random))
        }
    }

    /// Each page and verdict once.
    static func uncounted(_ random: inout SeededGenerator, pages: UInt32) -> [UncountedLines] {
        var lines: [UncountedLines] = []
        for page in 0..<pages where Bool.random(using: &random) {
            for outcome in LineVerdict.outcomes where Bool.random(using: &random) {
                let rules = Set((0..<Int.random(in: 1...2, using: &random)).map { _ in text(&random) })
                for rule in rules {
                    lines.append(
                        UncountedLines(
                            page: page, verdict: LineVerdict(outcome, rule: rule),
                            lines: .random(in: 1...5_000_000, using: &random)))
                }
            }
        }
        return lines
    }

    static func accounting(_ random: inout SeededGenerator) -> Accounting {
        var accounting = Accounting()
        for outcome in Outcome.allCases where Bool.random(using: &random) {
            accounting[outcome] = .random(in: 1...1 << UInt64.random(in: 0...40, using: &random), using: &random)
        }
        return accounting
    }

    static func lines(_ random: inout SeededGenerator, _ day: CalendarDay) -> DayLines {
        var words = MinuteSet(day: day).words
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            words[.random(in: words.indices, using: &random)] = .random(in: .min ... .max, using: &random)
        }
        var formats: [LogFormat: Int] = [:]
        for format in LogFormat.allCases where Bool.random(using: &random) {
            formats[format] = .random(in: 1...1000, using: &random)
        }
        return DayLines(
            accounting: accounting(&random), firstSecond: .random(in: .min ... .max, using: &random),
            lastSecond: .random(in: .min ... .max, using: &random),
            minutes: MinuteSet(day: day, words: words) ?? MinuteSet(day: day), formats: formats)
    }

    static func articles(_ random: inout SeededGenerator) -> [ArticlesBlob.Row] {
        (0..<Int.random(in: 0...30, using: &random)).map { _ in
            ArticlesBlob.Row(
                place: .random(in: 0...([3, 300, .max].randomElement(using: &random) ?? 3), using: &random),
                views: .random(in: 1...1_000_000, using: &random), visitors: .random(in: 0...300, using: &random),
                rawClicks: .random(in: .min ... .max, using: &random))
        }
    }

    static func minutes(_ random: inout SeededGenerator, _ day: CalendarDay, articles: Int) -> MinuteViews {
        var cells: [MinuteViews.Cell] = []
        let most: UInt32 = [9, 9999, 200_000].randomElement(using: &random) ?? 9
        for article in 0..<articles where Bool.random(using: &random) {
            let minutes = Set(
                (0..<10).map { _ in UInt32(day.number) * 1440 + .random(in: 0..<1440, using: &random) })
            cells += minutes.sorted().map {
                MinuteViews.Cell(article: UInt32(article), minute: $0, views: .random(in: 1...most, using: &random))
            }
        }
        return MinuteViews(cells: cells)
    }

    static func content(_ random: inout SeededGenerator) -> ContentRecord {
        func row<Value: FixedWidthInteger>(_ random: inout SeededGenerator) -> [Value] {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in .random(in: .min ... .max, using: &random) }
        }
        return ContentRecord(
            length: .random(in: 0...(.max), using: &random), blockChecksums: row(&random), firstLines: row(&random),
            tail: ContentRecord.Tail(
                lines: row(&random), restBytes: .random(in: 0...65_535, using: &random),
                restDigest: .random(in: .min ... .max, using: &random)))
    }
}
