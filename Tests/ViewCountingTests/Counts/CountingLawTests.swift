import LogReading
import TestSupport
import Testing

@testable import ViewCounting

/// The law of the counting rules: the same set of lines gives the same counts, whatever brings them.
@Suite("The law of counting")
struct CountingLawTests {
    @Test(
        "Any order, split, packing, number of workers and of threads gives the same counts",
        arguments: 2000..<2040 as Range<UInt64>)
    func sameLines(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let expected = try run.counted([log.content])
        var generator = SeededGenerator(seed: seed)
        for jobs in 1...4 {
            let files = Arrangement(of: log.lines, using: &generator).packed(using: &generator)
            // Each file goes to some worker, each worker reads its own in some order.
            var dealt = [[Int: [UInt8]]](repeating: [:], count: jobs)
            for (number, file) in files.enumerated() { dealt[Int(generator.next() % UInt64(jobs))][number] = file }
            var workers: [WorkerCounts] = []
            for files in dealt {
                let order = files.keys.sorted().shuffled(using: &generator)
                workers.append(try run.worker(files, inOrder: order))
            }
            let reduction = run.reduction(workers.shuffled(using: &generator), jobs: jobs)
            #expect(reduction.accounting == expected.accounting, "seed \(seed), \(jobs) jobs")
            #expect(reduction.days == expected.days, "seed \(seed), \(jobs) jobs")
        }
    }

    @Test("Pages and ranks tell what names tell", arguments: 2000..<2020 as Range<UInt64>)
    func pages(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        var generator = SeededGenerator(seed: seed)
        let files = Arrangement(of: log.lines, using: &generator).packed(using: &generator)
        let workers = try files.enumerated().map { try run.worker([$0: $1]) }
        let reduction = Reduction(
            workers, counting: Set(files.indices), calendar: run.rules.calendar, jobs: 2)
        var articles: [UInt32: ArticleCounts] = [:]
        for day in reduction.days {
            let pages = try #require(reduction.pages[day.day])
            #expect(pages.count == day.articles.count)
            for (page, article) in zip(pages, day.articles) {
                let first = articles[page] ?? article
                #expect((first.key, first.path, first.section) == (article.key, article.path, article.section))
                articles[page] = first
            }
        }
        #expect(reduction.ranks.count == workers.count)
        let pages = zip(workers, reduction.ranks).flatMap { worker, ranks in
            zip(worker.table.pages, ranks).map { (rank: $1, key: worker.table.articles[Int($0.article)]) }
        }
        let keys = Set(pages.map(\.key)).sorted()
        #expect(pages.allSatisfy { keys[Int($0.rank)] == $0.key }, "seed \(seed)")
    }

    @Test("Merging commutes and associates", arguments: 3000..<3010 as Range<UInt64>)
    func merging(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        var generator = SeededGenerator(seed: seed)
        let thirds = (0..<3).map { third in
            let lines = log.lines.enumerated().filter { $0.offset % 3 == third }.map(\.element)
            return SmallLog.content(lines, endsWithLineFeed: true)
        }
        let alone = try thirds.enumerated().map { try run.worker([$0: $1]) }
        let expected = run.reduction([try run.worker([0: thirds[0], 1: thirds[1], 2: thirds[2]])])
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let commuted = run.reduction(order.map { alone[$0] }, jobs: 2)
            #expect(commuted.days == expected.days, "seed \(seed), order \(order)")
            // (one, other) + third
            let pair = try run.worker([order[0]: thirds[order[0]], order[1]: thirds[order[1]]])
            let associated = run.reduction([pair, alone[order[2]]].shuffled(using: &generator))
            #expect(associated.days == expected.days, "seed \(seed), order \(order)")
            #expect(associated.accounting == expected.accounting, "seed \(seed), order \(order)")
        }
    }

    @Test("The accounting adds up", arguments: 4000..<4040 as Range<UInt64>)
    func addsUp(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let worker = try run.worker([0: log.content])
        let reduction = run.reduction([worker])
        let lines = PlainLines.split(log.content).lines.count
        #expect(reduction.accounting.lines == lines)
        #expect(worker.sources[0]?.lines == lines)
        #expect(Outcome.allCases.reduce(0) { $0 + reduction.accounting[$1] } == lines)
        for outcome in Outcome.allCases where outcome.belongsToDay {
            let onDays = reduction.days.reduce(0) { $0 + $1.accounting[outcome] }
            #expect(reduction.accounting[outcome] == onDays, "\(outcome)")
        }
        for day in reduction.days {
            #expect(day.accounting[.view] == day.views)
            #expect(day.accounting.lines == day.coverage.formats.reduce(0) { $0 + $1.lines })
            #expect(day.articles.map(\.key) == day.articles.map(\.key).sorted())
            let clicks = day.accounting[.robot] + day.accounting[.view] + day.accounting[.doubleClick]
            #expect(day.articles.reduce(0) { $0 + $1.rawClicks } <= clicks)
            for article in day.articles {
                #expect(article.views >= 1 && article.visitors >= 1)
                #expect(article.visitors <= article.views && article.views <= article.rawClicks)
            }
        }
    }

    @Test("A source that does not count leaves nothing behind", arguments: 5000..<5020 as Range<UInt64>)
    func leftOut(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let half = log.lines.count / 2
        let first = SmallLog.content(Array(log.lines[..<half]), endsWithLineFeed: true)
        let second = SmallLog.content(Array(log.lines[half...]), endsWithLineFeed: true)
        let expected = try run.counted([second])
        for workers in [
            [try run.worker([0: first, 1: second])], [try run.worker([0: first]), try run.worker([1: second])],
        ] {
            let reduction = run.reduction(workers, counting: [1])
            #expect(reduction.accounting == expected.accounting)
            #expect(reduction.days == expected.days)
        }
    }

    @Test(
        "Lines count the same whether they are noted or not, and whether a thread reads them ahead",
        arguments: 7000..<7060 as Range<UInt64>)
    func noted(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        // More than one block of some.
        let content = SmallLog.content(
            (0..<(seed % 4 == 0 ? 12 : 1)).flatMap { _ in log.lines }, endsWithLineFeed: seed % 2 == 0)
        let path = try run.path(of: seed % 3 == 0 ? Gzip.member(content) : content, number: 0)
        func worker(
            _ count: (inout SourceCounter, LogStream, LogLayout) throws -> Void
        ) throws -> WorkerCounts {
            var counter = run.counter()
            try count(&counter, LogStream(try LogInput(opening: path)), .standard(log.format))
            return counter.finish()
        }
        let plain = try worker { counter, stream, layout in try counter.count(stream, as: 0, layout: layout) }
        let others = [
            try worker { counter, stream, layout in
                try counter.count(stream, as: 0, layout: layout, helpedBy: SpareThreads(1))
            },
            try worker { counter, stream, layout in
                var rejected = RejectedLines(name: "log")
                try counter.count(stream, as: 0, layout: layout, rejecting: &rejected)
            },
            try worker { counter, stream, layout in
                var examiner = LogExaminer(log.rules)
                try counter.count(stream, as: 0, layout: layout, examining: &examiner)
            },
        ]
        func uncounted(_ worker: WorkerCounts) -> [ByteString: [LineVerdict: Int]] {
            var lines: [ByteString: [LineVerdict: Int]] = [:]
            for told in worker.sources[0]?.days.flatMap(\.uncounted) ?? [] {
                lines[worker.table.pages[Int(told.page)].path, default: [:]][told.verdict, default: 0] += told.lines
            }
            return lines
        }
        for (number, other) in others.enumerated() {
            #expect(run.reduction([other]).accounting == run.reduction([plain]).accounting, "seed \(seed), \(number)")
            #expect(run.reduction([other]).days == run.reduction([plain]).days, "seed \(seed), \(number)")
            #expect(uncounted(other) == uncounted(plain), "seed \(seed), \(number)")
            #expect(other.fittingPatterns == plain.fittingPatterns, "seed \(seed), \(number)")
            #expect(other.unmatchedShapes == plain.unmatchedShapes, "seed \(seed), \(number)")
        }
    }

    @Test("A format that is found counts what the named one does", arguments: 6000..<6020 as Range<UInt64>)
    func foundFormat(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let time = "01/Jan/2010:00:00:00 +0000"
        let host = log.format.hasVirtualHost ? "www.example.com " : ""
        let plain = Array(#"\#(host)192.0.2.1 - - [\#(time)] "GET /a/1 HTTP/1.1" 200 5 "-" "Firefox""#.utf8)
        // Some junk, so that the first lines that fit are in a block of their own.
        let junk = [[UInt8]](repeating: Array("junk".utf8), count: 30_000 * Int(seed % 2))
        let content = SmallLog.content(
            junk + log.lines + [[UInt8]](repeating: plain, count: 120), endsWithLineFeed: true)
        let expected = try CountingRun(log.rules, format: log.format).counted([content])
        let run = try CountingRun(log.rules, format: nil)
        let worker = try run.worker([0: content])
        // A mutated line may have lost its virtual host: then the file is one of lines without.
        let found = try #require(worker.sources[0]?.format)
        if found.hasVirtualHost == log.format.hasVirtualHost {
            #expect(run.reduction([worker]).accounting == expected.accounting)
            #expect(run.reduction([worker]).days == expected.days)
        }
    }
}
