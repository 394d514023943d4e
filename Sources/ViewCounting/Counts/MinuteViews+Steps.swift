extension MinuteViews {
    /// When an article was viewed: minutes since 1970 UTC, none earlier than the one before, and the views in them.
    ///
    /// A minute with very many views comes several times, and minutes without views may be among them.
    public struct Steps: Sequence {
        public let steps: UnsafeBufferPointer<Step>
        @usableFromInline let firstMinute: UInt32

        init(of steps: UnsafeBufferPointer<Step>, from firstMinute: UInt32) {
            self.steps = steps
            self.firstMinute = firstMinute
        }

        @inlinable
        public func makeIterator() -> Iterator { Iterator(self) }

        public struct Iterator: IteratorProtocol {
            @usableFromInline var rest: UnsafeBufferPointer<Step>.Iterator
            @usableFromInline var minute: Int

            @inlinable
            init(_ steps: Steps) {
                rest = steps.steps.makeIterator()
                minute = Int(steps.firstMinute)
            }

            @inlinable
            public mutating func next() -> (minute: Int, views: Int)? {
                guard let step = rest.next() else { return nil }
                minute += Int(step.later)
                return (minute, Int(step.views))
            }
        }

        /// Gives each minute with views once.
        public func forEachMinute(_ use: (_ minute: UInt32, _ views: UInt32) -> Void) {
            var (last, sum): (UInt32, UInt32) = (firstMinute, 0)
            for (minute, views) in self {
                if minute > last {
                    if sum > 0 { use(last, sum) }
                    (last, sum) = (UInt32(minute), 0)
                }
                sum += UInt32(views)
            }
            if sum > 0 { use(last, sum) }
        }
    }

    /// The views of an article in a minute.
    public struct Cell: Hashable, Sendable {
        /// The article's index in `DayTotals.articles`.
        public var article: UInt32
        /// Minutes since 1970 UTC.
        public var minute: UInt32
        /// At least 1.
        public var views: UInt32

        public init(article: UInt32, minute: UInt32, views: UInt32) {
            self.article = article
            self.minute = minute
            self.views = views
        }
    }

    /// - Parameter cells: By article, then by minute, each once; minutes without a view are missing.
    public init(cells: [Cell]) {
        self.init(firstMinute: cells.lazy.map(\.minute).min() ?? 0)
        var before: Cell?
        for cell in cells {
            if cell.article != before?.article { begin(article: Int(cell.article)) }
            let start = cell.article == before?.article ? before?.minute : nil
            add(cell.views, later: cell.minute - (start ?? firstMinute))
            before = cell
        }
    }

    /// By article, then by minute: three times as large as this is.
    public var cells: [Cell] {
        var cells: [Cell] = []
        forEachArticle { article, steps in
            steps.forEachMinute { cells.append(Cell(article: UInt32(article), minute: $0, views: $1)) }
        }
        return cells
    }
}
