import TestSupport
import Testing

@testable import ViewCounting

@Suite("Sliding window")
struct SlidingWindowTests {
    @Test(
        "It is what a recount of its minutes gives, at every step and with corrections",
        arguments: 1...200 as ClosedRange<UInt64>)
    func recount(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let articles = Int.random(in: 1...40, using: &random)
        let sections = (0..<articles).map { _ in UInt32?.some(UInt32.random(in: 0...3, using: &random)) }
            .map { Bool.random(using: &random) ? $0 : nil }
        let length = Int.random(in: 1...30, using: &random)
        let first = 1000
        let last = first + 80
        var window = SlidingWindow(
            minutes: length, endingAt: first, sections: sections, lastEnd: Bool.random(using: &random) ? last : nil)
        var plain = PlainWindow(length: length, end: first, sections: sections)
        while window.end < last {
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                let minute = Int.random(in: (window.start - 3)..<last, using: &random)
                let article = UInt32.random(in: 0..<UInt32(articles), using: &random)
                let known = plain.minutes[minute]?[article] ?? 0
                // A correction takes back no more than there was, of any minute: inside, ahead or gone.
                let change =
                    Bool.random(using: &random) && known > 0
                    ? -Int.random(in: 1...known, using: &random) : Int.random(in: 1...3, using: &random)
                window.add(change, of: article, at: minute)
                plain.minutes[minute, default: [:]][article, default: 0] += change
            }
            plain.expectSame(window, seed)
            let step = Int.random(in: 0...(Bool.random(using: &random) ? 3 : 40), using: &random)
            window.advance(to: min(last, window.end + step))
            plain.end = window.end
            plain.expectSame(window, seed)
        }
    }

    @Test("A view counts as long as its minute is inside: from the end behind it up to a whole length later")
    func edges() {
        var window = SlidingWindow(minutes: 60, endingAt: 100, sections: [nil])
        window.add(1, of: 0, at: 100)
        #expect(window.views == 0)
        window.advance(to: 101)
        #expect(window.views == 1)
        window.advance(to: 160)
        #expect(window.views == 1)
        window.advance(to: 161)
        #expect(window.views == 0)
        #expect(window.top(10) == [])
    }

    @Test("More views of one minute than 32 bits hold come and go whole")
    func manyViews() {
        let many = 7 * Int(Int32.max)
        var window = SlidingWindow(minutes: 2, endingAt: 10, sections: [0])
        window.add(many, of: 0, at: 10)
        window.advance(to: 11)
        #expect(window.top(1) == [WindowRow(article: 0, rank: 1, views: many)])
        window.advance(to: 13)
        #expect(window.views == 0)
        #expect(window.views(ofSection: 0) == 0)
    }

    @Test("What stays inside up to the last end is told in full, also by the last step")
    func lastEnd() {
        var window = SlidingWindow(minutes: 100, endingAt: 1000, sections: [0, nil], lastEnd: 1010)
        window.add(5, of: 0, at: 909)
        window.add(5, of: 1, at: 910)
        window.add(-1, of: 1, at: 910)
        window.advance(to: 1009)
        #expect(window.top(2).map(\.views) == [5, 4])
        window.advance(to: 1010)
        #expect(window.top(2) == [WindowRow(article: 1, rank: 1, views: 4)])
    }
}

/// The same window, slow and plain: it adds up all its minutes each time.
private struct PlainWindow {
    let length: Int
    var end: Int
    let sections: [UInt32?]
    /// Views by minute and article.
    var minutes: [Int: [UInt32: Int]] = [:]

    init(length: Int, end: Int, sections: [UInt32?]) {
        self.length = length
        self.end = end
        self.sections = sections
    }

    private var views: [UInt32: Int] {
        minutes.filter { $0.key >= end - length && $0.key < end }.values
            .reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }.filter { $0.value > 0 }
    }

    func expectSame(_ window: SlidingWindow, _ seed: UInt64) {
        let views = views
        #expect(window.views == views.values.reduce(0, +), "seed \(seed)")
        for section in [nil, 0, 1, 2, 3, 4] as [UInt32?] {
            let own = views.filter { section == nil || sections[Int($0.key)] == section }
            let ranked = own.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { article, views in
                WindowRow(article: article, rank: 1 + own.values.count { $0 > views }, views: views)
            }
            for count in [1, 3, 100] {
                #expect(window.top(count, ofSection: section) == Array(ranked.prefix(count)), "seed \(seed)")
            }
            for views in 1...4 {
                #expect(
                    window.articles(with: views, inSection: section) == own.values.count { $0 == views }, "seed \(seed)"
                )
            }
            guard let section else { continue }
            #expect(window.views(ofSection: section) == own.values.reduce(0, +), "seed \(seed)")
            #expect(window.readSections.contains(section) == !own.isEmpty, "seed \(seed)")
        }
    }
}
