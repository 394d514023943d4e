/// What is usual: how a section fares by hour of the week, and a new article by its age.
///
/// Everything is told as a multiple of the site's views, so that the site's own rhythm is in it, and its good and bad days.
struct TypicalCourse: Sendable {
    /// How far popularities of articles lie apart: the shape of the gamma distribution of mean 1 that they have.
    let popularityShape: Double

    private let grid: TrendGrid
    private let site: [Int]
    private let habits: [[Double]]
    /// The share of the site that a new article has, by slots since its first view.
    private let shareByAge: [Double]
    /// By section, beside that of all.
    private let levels: [Double]

    init(_ counts: TrendCounts) {
        let (grid, site) = (counts.grid, counts.site)
        let habits = TypicalCourse.habits(counts)
        let newcomers = counts.firstSlots.indices.filter {
            counts.isNew($0) && Int(counts.firstSlots[$0]) < grid.learntEnd
        }
        /// What the article would have had, had it had all of the site's views; by slots since its first view.
        func chances(_ article: Int, upTo age: Int) -> [Double] {
            let (first, habit) = (Int(counts.firstSlots[article]), habits[Int(counts.sections[article])])
            return (first..<min(first + age, grid.learntEnd)).map { Double(site[$0]) * habit[Int(grid.hours[$0])] }
        }
        var sums = Array(repeating: 0.0, count: TrendGrid.slotsOfYouth)
        for article in newcomers {
            for (age, chance) in chances(article, upTo: TrendGrid.slotsOfYouth).enumerated() { sums[age] += chance }
        }
        // As if one view more had been seen at each age, spread evenly over all: no age is impossible.
        let even = max(1, sums.reduce(0, +) / Double(sums.count))
        let shareByAge = TypicalCourse.smoothed(
            zip(counts.viewsByAge, sums).map { (Double($0) + 1) / ($1 + even) })
        var levels = counts.sectionHours.map { _ in (seen: 0.0, expected: 0.0) }
        var ratios: [Double] = []
        var noise = 0.0
        for article in newcomers where Int(counts.firstSlots[article]) + TrendGrid.slotsPerDay <= grid.learntEnd {
            let expected = zip(chances(article, upTo: TrendGrid.slotsPerDay), shareByAge).reduce(0) { $0 + $1.0 * $1.1 }
            guard expected > 0 else { continue }
            let seen = Double(counts.firstDayViews[article])
            levels[Int(counts.sections[article])].seen += seen
            levels[Int(counts.sections[article])].expected += expected
            ratios.append(seen / expected)
            noise += 1 / expected
        }
        (self.grid, self.site, self.habits, self.shareByAge) = (grid, site, habits, shareByAge)
        self.levels = levels.map {
            ($0.seen + TypicalCourse.levelViews) / ($0.expected + TypicalCourse.levelViews)
        }
        popularityShape = TypicalCourse.shape(of: ratios, noise: noise)
    }

    func siteViews(in slots: Range<Int>) -> Int { site[slots].reduce(0, +) }

    /// What a typical article of a section and age has in a slot; 0 before its first view.
    ///
    /// - Parameter first: The slot of its first view; nil for an article that is older than the counts.
    func views(in slot: Int, section: Int, firstSlot first: Int?) -> Double {
        let age = first.map { slot - $0 } ?? shareByAge.count
        guard age >= 0 else { return 0 }
        let share = shareByAge[min(age, shareByAge.count - 1)] * levels[section]
        return Double(site[slot]) * habits[section][Int(grid.hours[slot])] * share
    }

    /// How much more or less of the site's views than at all hours an article of a section has at each hour of the week.
    ///
    /// Two things change with the hour: how much the section is read, and how many new articles there are that take readers
    /// from all others. The second shows in the share of articles that are older than a day.
    private static func habits(_ counts: TrendCounts) -> [[Double]] {
        let hours = (0..<TrendGrid.hoursPerWeek).map { hour in counts.sectionHours.reduce(0) { $0 + $1[hour] } }
        let room = ratios(counts.agedHours, to: hours)
        return counts.sectionHours.map { section in zip(ratios(section, to: hours), room).map { $0 * $1 } }
    }

    /// The share that a part has of all at each hour, beside its share of all hours.
    private static func ratios(_ part: [Int], to all: [Int]) -> [Double] {
        let total = all.reduce(0, +)
        let share = total == 0 ? 0 : Double(part.reduce(0, +)) / Double(total)
        return zip(part, all).map { part, all in
            (Double(part) + habitViews) / (share * Double(all) + habitViews)
        }
    }

    /// The mean of each age's neighbours, more of them the older: what is told by few views is told by more slots.
    private static func smoothed(_ shares: [Double]) -> [Double] {
        shares.indices.map { age in
            let reach = age / slotsPerNeighbour
            let around = shares[max(0, age - reach)...min(shares.count - 1, age + reach)]
            return around.reduce(0, +) / Double(around.count)
        }
    }

    /// The shape whose gamma distribution has the variance of the ratios beyond that of counting (method of moments).
    private static func shape(of ratios: [Double], noise: Double) -> Double {
        guard ratios.count > 1 else { return fewestShape }
        let count = Double(ratios.count)
        let mean = ratios.reduce(0, +) / count
        let variance = ratios.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) - mean * noise / count
        guard variance > 0 else { return mostShape }
        return min(mostShape, max(fewestShape, mean * mean / variance))
    }

    /// A habit is believed as if so many views had shown none.
    private static let habitViews = 50.0
    /// A section's level is believed as if so many views had shown the site's.
    private static let levelViews = 200.0
    private static let slotsPerNeighbour = 6
    private static let fewestShape = 0.05
    private static let mostShape = 5.0
}
