import Foundation
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Blobs")
struct BlobTests {
    @Test("Pages are in the order of their keys, those of one article in the order of their paths")
    func pageOrder() {
        var table = PageTable()
        for (key, path) in [
            ("b", "/y"), ("a", "/z"), ("b", "/x"), ("a-long-key-of-one", "/w"), ("a", "/a"), ("b", "/z"),
        ] {
            _ = table.page(key: ByteString(key), path: ByteString(path), section: nil)
        }
        #expect(KeptPages(table).order == [4, 1, 3, 2, 0, 5])
        #expect(KeptPages(table, ranks: [7, 0, 7, 3, 0, 7]).order == [4, 1, 3, 2, 0, 5], "by ranks of keys")
        #expect(KeptPages(PageTable()).order == [])
    }

    @Test("What is taken apart is what was put together", arguments: 0..<50 as Range<UInt64>)
    func values(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let day = CalendarDay(number: .random(in: 0...40_000, using: &random))
        let table = Values.table(&random)
        let pages = KeptPages(table)
        let order = pages.order
        var numbers = Array(repeating: UInt32.max, count: order.count)
        for (number, page) in order.enumerated() { numbers[Int(page)] = UInt32(number) }

        let kept = try PageTableBlob.encode(order, of: pages).bytes.withUnsafeBytes(PageTableBlob.decode)
        #expect(kept.pages.count == table.pages.count)
        for (page, number) in zip(table.pages, numbers) {
            let found = kept.pages[Int(number)]
            #expect(kept.articles[Int(found.article)] == table.articles[Int(page.article)])
            #expect((found.path, found.section) == (page.path, page.section))
        }
        let clicks = Values.clicks(&random, pages: UInt32(order.count))
        let keptClicks = try ClickRunBlob.encode([clicks[0..<20], clicks[20...]], numbers: numbers)
            .withUnsafeBytes { try ClickRunBlob.decode($0, pages: order.count) }
        #expect(
            keptClicks
                == clicks.map { PageClick(visitor: $0.visitor, page: numbers[Int($0.page)], second: $0.second) })
        let uncounted = Values.uncounted(&random, pages: UInt32(order.count))
        let keptUncounted = try UncountedBlob.encode(uncounted, untold: 7, numbers: numbers).bytes
            .withUnsafeBytes { try UncountedBlob.decode($0, pages: order.count) }
        #expect(keptUncounted.untold == 7)
        #expect(
            Set(keptUncounted.lines)
                == Set(
                    uncounted.map {
                        UncountedLines(page: numbers[Int($0.page)], verdict: $0.verdict, lines: $0.lines)
                    }))

        let accounting = Values.accounting(&random)
        #expect(try AccountingBlob.encode(accounting).bytes.withUnsafeBytes(AccountingBlob.decode) == accounting)
        let lines = Values.lines(&random, day)
        #expect(try LinesBlob.encode(lines).bytes.withUnsafeBytes { try LinesBlob.decode($0, day: day) } == lines)
        let articles = Values.articles(&random)
        #expect(try ArticlesBlob.encode(articles).bytes.withUnsafeBytes(ArticlesBlob.decode) == articles)
        let minutes = Values.minutes(&random, day, articles: articles.count)
        let keptMinutes = try MinutesBlob.encode(minutes).bytes
            .withUnsafeBytes { try MinutesBlob.decode($0, articles: articles.count) }
        #expect(keptMinutes == minutes)
        let content = Values.content(&random)
        #expect(try ContentBlob.encode(content).bytes.withUnsafeBytes(ContentBlob.decode) == content)
    }

    @Test("Of nothing too")
    func nothing() throws {
        let table = try PageTableBlob.encode([], of: KeptPages(PageTable())).bytes.withUnsafeBytes(PageTableBlob.decode)
        #expect(table.pages.isEmpty)
        #expect(
            try ClickRunBlob.encode([], numbers: []).withUnsafeBytes { try ClickRunBlob.decode($0, pages: 0) } == [])
        #expect(try ArticlesBlob.encode([]).bytes.withUnsafeBytes(ArticlesBlob.decode).isEmpty)
        let minutes = try MinutesBlob.encode(MinuteViews(cells: [])).bytes
            .withUnsafeBytes { try MinutesBlob.decode($0, articles: 0) }
        #expect(minutes.cells.isEmpty)
        #expect(ClickRunBlob.parts(of: [[], []]).isEmpty)
    }

    /// The bytes that `docs/history-schema.md` describes: a history written today is read for years.
    @Test("Each format's bytes are as documented")
    func bytes() {
        let day = CalendarDay(number: 0)
        #expect(
            [UInt8](
                ClickRunBlob.encode(
                    [[PageClick(visitor: 0x0102_0304_0506_0708, page: 1, second: 0x0A0B_0C0D)]], numbers: [9, 7]))
                == [1, 8, 7, 6, 5, 4, 3, 2, 1, 7, 0, 0, 0, 0x0D, 0x0C, 0x0B, 0x0A])
        var table = PageTable()
        _ = table.page(key: "ab", path: "ab", section: nil)
        _ = table.page(key: "ac", path: "/x", section: "s")
        _ = table.page(key: "ac", path: "/y", section: "s")
        #expect(
            PageTableBlob.encode([0, 1, 2], of: KeptPages(table)).bytes
                == [1, 3]
                + [0, 2, 0x61, 0x62, 0, 0]
                + [1, 1, 0x63, 1, 2, 0x2F, 0x78, 3, 0x73]
                + [2, 0, 2, 1, 0x79, 1])
        let (robot, status) = (LineVerdict(.robot, rule: "r"), LineVerdict(.otherStatus, rule: "301"))
        #expect(
            UncountedBlob.encode(
                [
                    UncountedLines(page: 0, verdict: robot, lines: 300),
                    UncountedLines(page: 2, verdict: status, lines: 1),
                    UncountedLines(page: 0, verdict: status, lines: 2),
                ], untold: 9, numbers: [1, 0, 4]
            ).bytes == [2, 2, 7, 3, 0x33, 0x30, 0x31, 11, 1, 0x72, 9, 3, 1, 0, 2, 0, 1, 0xAC, 2, 3, 0, 1])
        var accounting = Accounting()
        accounting[.blank] = 1
        accounting[.view] = 128
        #expect(AccountingBlob.encode(accounting).bytes == [1, 2, 1, 1, 13, 0x80, 1])
        var words = MinuteSet(day: day).words
        words[15] = 1
        let lines = DayLines(
            accounting: accounting, firstSecond: 1, lastSecond: 2,
            minutes: MinuteSet(day: day, words: words) ?? MinuteSet(day: day), formats: [.common: 5])
        #expect(
            LinesBlob.encode(lines).bytes
                == [1, 2, 1, 1, 13, 0x80, 1] + [1, 0, 0, 0] + [2, 0, 0, 0] + [15, 1, 1, 0, 0, 0, 0, 0, 0, 0]
                + [1, 6] + Array("common".utf8) + [5])
        #expect(
            ArticlesBlob.encode([
                ArticlesBlob.Row(place: 5, views: 1, visitors: 2, rawClicks: 300),
                ArticlesBlob.Row(place: 4, views: 1, visitors: 1, rawClicks: 1),
            ]).bytes == [2, 2, 10, 1, 2, 0xAC, 2, 1, 1, 1, 1])
        let cells = [(2, 100, 3), (2, 101, 1), (5, 99, 4)].map {
            MinuteViews.Cell(article: $0.0, minute: $0.1, views: $0.2)
        }
        #expect(MinutesBlob.encode(MinuteViews(cells: cells)).bytes == [1, 99, 2, 2, 2, 1, 3, 1, 1, 3, 1, 0, 4])
        #expect(
            ContentBlob.encode(
                ContentRecord(
                    length: 5, blockChecksums: [6], firstLines: [], tail: .init(lines: [7], restBytes: 8, restDigest: 9)
                )
            ).bytes == [1, 5, 1, 6, 0, 0, 0, 0, 1, 7, 0, 0, 0, 0, 0, 0, 0, 8, 9, 0, 0, 0, 0, 0, 0, 0])
        #expect(
            [UInt8](KeyBlob.encode(SipKey(low: 1, high: 2))) == [1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0])
    }

    @Test("An outcome's code is for ever")
    func outcomes() {
        #expect(
            Outcome.allCases.map { "\($0.rawValue) \($0.name)" } == [
                "0 oversize", "1 blank", "2 malformed", "3 future", "4 late", "5 bad-request", "6 other-method",
                "7 other-status", "8 other-page", "9 excluded", "10 prefetch", "11 robot", "12 double-click", "13 view",
            ])
    }

    @Test("Many clicks are cut into parts, in their order, none of them empty")
    func parts() {
        let clicks = (0..<100).map { PageClick(visitor: $0, page: 0, second: 0) }
        let pieces = [Array(clicks[0..<3]), [], Array(clicks[3..<50]), Array(clicks[50...])]
        for limit in [1, 7, 50, 99, 100, 101] {
            let parts = ClickRunBlob.parts(of: pieces, atMost: limit)
            #expect(parts.flatMap { $0.flatMap { Array($0) } } == clicks)
            let counts = parts.map { $0.reduce(0) { $0 + $1.count } }
            #expect(counts.dropLast().allSatisfy { $0 == limit })
            #expect(counts.allSatisfy { $0 > 0 })
        }
    }
}
