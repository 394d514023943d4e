/// The shuffle step: all clicks of a day in one place, brought together by visitor.
///
/// Clicks are scattered into buckets by the top bits of the visitor's hash, so that all clicks of a visitor are in one
/// bucket, and buckets can be reduced on different threads. The clicks are translated to the merged article numbers.
final class ClickShuffle: @unchecked Sendable {
    // @unchecked: after `init`, each bucket and its number of views are touched by one thread only.
    private let clicks: UnsafeMutableBufferPointer<Click>
    /// By bucket, once it was reduced.
    private let viewCounts: UnsafeMutableBufferPointer<Int>
    /// How many top bits of the visitor's hash make the number of a bucket.
    private let bits: Int
    /// Where each bucket begins, and at last where the last one ends.
    private let bounds: [Int]

    var bucketCount: Int { bounds.count - 1 }

    private static let maximumBucketBits = 10
    /// Buckets are not made smaller than this on average.
    private static let clicksPerBucket = 1024

    /// Clicks that have something in common.
    struct Run {
        let pieces: [[PageClick]]
        /// The merged numbers of the articles of their pages.
        let articles: [UInt32]
        let marks: Click.Marks
    }

    /// - Parameter memory: Is not to be used for anything else as long as the shuffle is, or its views.
    init(_ runs: [Run], in memory: inout ReductionMemory) {
        let count = runs.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.count } }
        bits = ClickShuffle.bits(for: count, perBucket: ClickShuffle.clicksPerBucket)
        clicks = memory.clicks(count)
        viewCounts = .allocate(capacity: 1 << bits)
        viewCounts.initialize(repeating: 0)
        var starts = [Int](repeating: 0, count: (1 << bits) + 1)
        for run in runs {
            for piece in run.pieces {
                for click in piece { starts[ClickShuffle.bucket(click.visitor, bits: bits) + 1] += 1 }
            }
        }
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        bounds = starts
        for run in runs {
            for piece in run.pieces { scatter(piece, of: run, next: &starts) }
        }
    }

    /// Puts each click at the next free place of its bucket.
    private func scatter(_ piece: [PageClick], of run: Run, next: inout [Int]) {
        for click in piece {
            let bucket = ClickShuffle.bucket(click.visitor, bits: bits)
            let place = next[bucket]
            next[bucket] = place + 1
            clicks.initializeElement(
                at: place,
                to: Click(
                    visitor: click.visitor, article: run.articles[Int(click.page)], second: click.second,
                    marks: run.marks))
        }
    }

    deinit {
        viewCounts.deallocate()
    }

    /// Sorts a bucket by visitor, article and second, and has its views put in its place.
    ///
    /// - Parameter reduce: Gives how many views it has put at the bucket's end.
    func reduceBucket(_ number: Int, _ reduce: (UnsafeMutableBufferPointer<Click>) -> Int) {
        let bucket = UnsafeMutableBufferPointer(rebasing: clicks[bounds[number]..<bounds[number + 1]])
        ClickShuffle.sort(bucket, ignoringTopBits: bits)
        viewCounts[number] = reduce(bucket)
    }

    /// All views side by side; the clicks are gone.
    ///
    /// - Precondition: All buckets were reduced.
    func views() -> DayViews {
        let bytes = UnsafeMutableRawBufferPointer(clicks)
        let viewBytes = MemoryLayout<ViewTally.View>.stride
        var end = 0
        for bucket in viewCounts.indices {
            let count = viewCounts[bucket] * viewBytes
            let bucketEnd = bounds[bucket + 1] * MemoryLayout<Click>.stride
            // Down to the views before them, or to where they are: those have half the room of their clicks at most.
            UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + count])
                .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[bucketEnd - count..<bucketEnd]))
            end += count
        }
        func views(_ range: Range<Int>) -> UnsafeMutableBufferPointer<ViewTally.View> {
            UnsafeMutableRawBufferPointer(rebasing: bytes[range]).bindMemory(to: ViewTally.View.self)
        }
        return DayViews(views: views(0..<end), spare: views(end..<end * 2))
    }

    /// So many top bits that a bucket holds about `perBucket` clicks.
    private static func bits(for count: Int, perBucket: Int) -> Int {
        var bits = 0
        while bits < maximumBucketBits, count >> bits > perBucket { bits += 1 }
        return bits
    }

    @inline(__always)
    private static func bucket(_ visitor: UInt64, bits: Int) -> Int {
        bits == 0 ? 0 : Int(visitor >> UInt64(64 - bits))
    }

    /// A second radix pass by the next bits of the visitor, then each small run by comparison: 3 to 10 times as fast as
    /// `sort` alone, which a balancer's single visitor still gets, so that nothing becomes quadratic.
    private static func sort(_ bucket: UnsafeMutableBufferPointer<Click>, ignoringTopBits topBits: Int) {
        let bits = bits(for: bucket.count, perBucket: clicksPerRun)
        guard bits > 0 else { return sortRun(bucket) }
        func run(_ click: Click) -> Int { Int((click.visitor << UInt64(topBits)) >> UInt64(64 - bits)) }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: (1 << bits) + 1) { ends in
            ends.initialize(repeating: 0)
            for click in bucket { ends[run(click) + 1] += 1 }
            for index in 0..<(1 << bits) { ends[index + 1] += ends[index] }
            withUnsafeTemporaryAllocation(of: Click.self, capacity: bucket.count) { unsorted in
                _ = unsorted.initialize(fromContentsOf: bucket)
                for click in unsorted {
                    let target = run(click)
                    bucket[ends[target]] = click
                    ends[target] += 1
                }
            }
            // Each run's start has become its end, which is the start of the next one.
            var start = 0
            for index in 0..<(1 << bits) {
                sortRun(UnsafeMutableBufferPointer(rebasing: bucket[start..<ends[index]]))
                start = ends[index]
            }
        }
    }

    private static let clicksPerRun = 4
    /// Up to so many clicks are sorted by insertion.
    private static let insertionLimit = 24

    private static func sortRun(_ run: UnsafeMutableBufferPointer<Click>) {
        guard run.count <= insertionLimit else {
            var run = run
            run.sort(by: precedes)
            return
        }
        var sorted = 1
        while sorted < run.count {
            let click = run[sorted]
            var place = sorted
            while place > 0, precedes(click, run[place - 1]) {
                run[place] = run[place - 1]
                place -= 1
            }
            run[place] = click
            sorted += 1
        }
    }

    @inline(__always)
    private static func precedes(_ left: Click, _ right: Click) -> Bool {
        if left.visitor != right.visitor { return left.visitor < right.visitor }
        if left.article != right.article { return left.article < right.article }
        return left.second < right.second
    }
}
