/// The scores that the product's is measured against: each a number per article and window, larger for what rises more.
struct PlainScores {
    static let names = [
        "plain views", "difference to the hour before", "z-score of the hour", "weighted mean", "share of 24 h",
    ]
    static let windowSlots = 6
    /// After so many slots a view weighs half in the exponentially weighted mean.
    private static let halfLifeSlots = 18.0

    private let sums: [[Int32]]
    private let siteSums: [Int64]
    private let firstSlot: Int
    private var weighted: [Double]
    private var weightedSlots = 0
    private let slots: [[Int32]]

    /// - Parameter slots: Those of the history and of the day.
    init(_ slots: [[Int32]], daySlots: Int) {
        self.slots = slots
        firstSlot = slots.count - daySlots
        var sum = Array(repeating: Int32(0), count: MadeDays.articles)
        var sums = [sum]
        sums.reserveCapacity(slots.count + 1)
        var site: [Int64] = [0]
        for slot in slots {
            for article in sum.indices { sum[article] += slot[article] }
            sums.append(sum)
            site.append(sum.reduce(Int64(0)) { $0 + Int64($1) })
        }
        self.sums = sums
        siteSums = site
        weighted = Array(repeating: 0, count: MadeDays.articles)
    }

    private func views(_ article: Int, _ from: Int, _ to: Int) -> Double {
        Double(sums[to][article] - sums[from][article])
    }

    /// By score, for the window that ends at a slot of the day; ends come in their order.
    mutating func scores(end step: Int, leastViews: Int) -> [[(article: Int, score: Double)]] {
        let end = firstSlot + step
        let begin = end - PlainScores.windowSlots
        weigh(upTo: begin)
        var scores: [[(article: Int, score: Double)]] = Array(repeating: [], count: PlainScores.names.count)
        for article in 0..<MadeDays.articles {
            let seen = views(article, begin, end)
            guard seen >= Double(leastViews) else { continue }
            let before = views(article, begin - PlainScores.windowSlots, begin)
            let past = (1...MadeDays.historyDays).compactMap { day -> Double? in
                let end = end - day * MadeDays.slotsPerDay
                return end >= PlainScores.windowSlots ? views(article, end - PlainScores.windowSlots, end) : nil
            }
            let mean = past.reduce(0, +) / Double(past.count)
            let variance = past.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, past.count - 1))
            let course = weighted[article] * Double(PlainScores.windowSlots)
            let day = begin - MadeDays.slotsPerDay
            let site = Double(siteSums[end] - siteSums[begin]) / max(1, Double(siteSums[begin] - siteSums[day]))
            let share = views(article, day, begin) * site
            let values = [
                seen, seen - before, (seen - mean) / max(1, variance).squareRoot(),
                (seen - course) / (course + 1).squareRoot(), (seen - share) / (share + 1).squareRoot(),
            ]
            for (index, value) in values.enumerated() { scores[index].append((article, value)) }
        }
        return scores.map { Array($0.sorted { ($1.score, $0.article) < ($0.score, $1.article) }.prefix(Listing.rows)) }
    }

    private mutating func weigh(upTo end: Int) {
        let keep = 1 - 0.693147 / PlainScores.halfLifeSlots
        if weightedSlots == 0 { weightedSlots = max(0, end - 2 * MadeDays.slotsPerDay) }
        while weightedSlots < end {
            for article in weighted.indices {
                weighted[article] = weighted[article] * keep + Double(slots[weightedSlots][article]) * (1 - keep)
            }
            weightedSlots += 1
        }
    }
}
