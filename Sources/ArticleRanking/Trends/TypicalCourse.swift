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
        let newcomers = counts.firstSlots.indices.filter { counts.isLearnt($0) }
        // What an article of a section would have had in each slot, had it had all of the site's views.
        var sectionChances: [[Double]] = Array(repeating: [], count: habits.count)
        for section in Set(newcomers.map { Int(counts.sections[$0]) }) {
            sectionChances[section] = (0..<grid.learntEnd).map {
                Double(site[$0]) * habits[section][Int(grid.hours[$0])]
            }
        }
        func chances(_ article: Int, upTo age: Int) -> ArraySlice<Double> {
            let first = Int(counts.firstSlots[article])
            return sectionChances[Int(counts.sections[article])][first..<min(first + age, grid.learntEnd)]
        }
        var sums = Array(repeating: 0.0, count: TrendGrid.slotsOfYouth)
        for article in newcomers { TypicalCourse.add(chances(article, upTo: sums.count), to: &sums) }
        // As if one view more had been seen at each age, spread evenly over all: no age is impossible.
        let even = max(1, sums.reduce(0, +) / Double(sums.count))
        let shareByAge = TypicalCourse.smoothed(
            zip(counts.viewsByAge, sums).map { (Double($0) + 1) / ($1 + even) })
        var levels = habits.map { _ in (seen: 0.0, expected: 0.0) }
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

    /// What a typical article of a section and age has in some slots; nothing before its first view.
    ///
    /// - Parameter first: The slot of its first view; nil for an article that is older than the counts.
    func running(section: Int, firstSlot first: Int?, over slots: Range<Int>) -> RunningSums<Double> {
        let (habit, level) = (habits[section], levels[section])
        return RunningSums(over: slots) { slot in
            let age = first.map { slot - $0 } ?? shareByAge.count
            guard age >= 0 else { return 0 }
            return Double(site[slot]) * habit[Int(grid.hours[slot])]
                * (shareByAge[min(age, shareByAge.count - 1)] * level)
        }
    }

    private static func add(_ values: ArraySlice<Double>, to sums: inout [Double]) {
        values.withUnsafeBufferPointer { values in
            sums.withUnsafeMutableBufferPointer { sums in
                for index in 0..<min(values.count, sums.count) { sums[index] += values[index] }
            }
        }
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
