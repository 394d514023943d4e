/// The views of a day by article and UTC minute, in 4 bytes for most minutes.
///
/// Of a site with many articles there are nearly as many minutes as views, and a night's days are in memory side by side.
public struct MinuteViews: Hashable, Sendable {
    /// From where the minutes of each article are told; since 1970 UTC.
    public let firstMinute: UInt32
    /// By number of an article, where its steps begin.
    private var starts: [UInt32] = []
    @usableFromInline var steps: [Step] = []

    /// Views of an article, and how much later they were than those before.
    public struct Step: Hashable, Sendable {
        /// Minutes since the article's step before; its first since `firstMinute`.
        public let later: UInt16
        public let views: UInt16

        @inlinable
        init(later: UInt16, views: UInt16) {
            self.later = later
            self.views = views
        }
    }

    /// Without views, until they are added.
    ///
    /// - Parameters:
    ///   - firstMinute: No view is earlier; that of the earliest view, so that equal views are equal here.
    ///   - articles: Room for so many is made, and for as many minutes with views.
    public init(firstMinute: UInt32, articles: Int = 0, minutes: Int = 0) {
        self.firstMinute = firstMinute
        starts.reserveCapacity(articles)
        steps.reserveCapacity(minutes)
    }

    /// What is added from here on is of this article.
    ///
    /// - Parameter article: Its index in `DayTotals.articles`, higher than that of the article before.
    public mutating func begin(article: Int) {
        precondition(article >= starts.count, "articles come in their order")
        while starts.count <= article { starts.append(UInt32(steps.count)) }
    }

    /// Adds the views of a minute.
    ///
    /// - Parameter later: Minutes since the article's minute before, more than 0; of its first since `firstMinute`.
    @inlinable
    public mutating func add(_ views: UInt32, later: UInt32) {
        if let step = UInt16(exactly: later), let few = UInt16(exactly: views) {
            steps.append(Step(later: step, views: few))
        } else {
            addMany(views, later: later)
        }
    }

    /// What a step cannot hold takes several: far ones go by minutes without views, many views follow without a minute.
    @usableFromInline
    mutating func addMany(_ views: UInt32, later: UInt32) {
        var (later, rest) = (later, views)
        while later > UInt32(UInt16.max) {
            steps.append(Step(later: .max, views: 0))
            later -= UInt32(UInt16.max)
        }
        repeat {
            let part = UInt16(clamping: rest)
            steps.append(Step(later: UInt16(later), views: part))
            rest -= UInt32(part)
            later = 0
        } while rest > 0
    }

    /// Gives what each article has, in the order of their numbers.
    ///
    /// - Parameter use: Must not keep the steps.
    public func forEachArticle(_ use: (_ article: Int, _ steps: Steps) -> Void) {
        steps.withUnsafeBufferPointer { steps in
            for article in starts.indices {
                let own = UnsafeBufferPointer(rebasing: steps[range(of: article)])
                if !own.isEmpty { use(article, Steps(of: own, from: firstMinute)) }
            }
        }
    }

    /// The same of one article; nothing is given where it has no views.
    public func forSteps(of article: Int, _ use: (Steps) -> Void) {
        guard article < starts.count else { return }
        steps[range(of: article)].withUnsafeBufferPointer { use(Steps(of: $0, from: firstMinute)) }
    }

    private func range(of article: Int) -> Range<Int> {
        Int(starts[article])..<(article + 1 < starts.count ? Int(starts[article + 1]) : steps.count)
    }
}
