import ArticleRanking
import Glibc
import LogSynthesis
import ViewCounting

/// Measures scores of trends against rises that were planted: `trendbench FIRST LAST [THRESHOLD...]`, seeds in CSV out.
@main
enum Bench {
    private static let windowMinutes = 60
    private static let firstDay = CalendarDay(iso: "2026-02-09")

    /// A seed's lists by score, of the day with rises and of the one without.
    private struct Seed {
        var rises: [Listing.Rise]
        var listings: [Listing]
        var quiet: [Listing]
        var seconds: Double
    }

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count >= 2, let first = arguments.first.flatMap({ UInt64($0) }),
            let last = arguments.dropFirst().first.flatMap({ UInt64($0) }), first <= last
        else {
            print(
                "trendbench FIRST LAST [THRESHOLD...]: seeds; thresholds of all scores in their order, else the best ones"
            )
            exit(64)
        }
        let given = arguments.dropFirst(2).compactMap { Double($0) }
        let seeds = try (first...last).map { try measure(seed: $0) }
        let names = PlainScores.names + ["accessrank"]
        print("score,threshold,recall,precision,f1,median_minutes,false_per_quiet_day,listed")
        for (index, name) in names.enumerated() {
            let tried =
                given.count == names.count ? [given[index]] : thresholds(seeds.flatMap { $0.listings[index].entries })
            let results = tried.map { threshold in
                var result = Result()
                for seed in seeds {
                    result.add(seed.listings[index], seed.rises, from: threshold, window: windowMinutes)
                    result.add(quiet: seed.quiet[index], from: threshold)
                }
                return (threshold, result)
            }
            guard let (threshold, best) = results.max(by: { $0.1.f1 < $1.1.f1 }) else { continue }
            print(
                "\(name),\(rounded(threshold)),\(rounded(best.recall)),\(rounded(best.precision)),\(rounded(best.f1)),"
                    + "\(best.medianDelay.map { "\($0)" } ?? ""),\(rounded(best.falsePerQuietDay)),\(best.listed)")
        }
        let cost = seeds.map(\.seconds).reduce(0, +) / Double(seeds.count)
        print("# trends of a day's 144 steps: \(rounded(cost)) s a seed, of which learning is part")
    }

    private static func measure(seed: UInt64) throws -> Seed {
        let days = try MadeDays(seed: seed)
        let dayStart = days.plan.dayBounds[MadeDays.historyDays]
        let rises = days.plan.articleBursts.filter(\.rises).map {
            Listing.Rise(article: $0.article, start: ($0.start - dayStart) / 60, minutes: $0.minutes)
        }
        let (listings, seconds) = lists(days, days.lastDay)
        return Seed(rises: rises, listings: listings, quiet: lists(days, days.quietDay).0, seconds: seconds)
    }

    private static func lists(_ days: MadeDays, _ day: [[Int32]]) -> ([Listing], seconds: Double) {
        let slots = days.history + day
        var plain = PlainScores(slots, daySlots: day.count)
        var listings = Array(repeating: Listing(), count: PlainScores.names.count + 1)
        for step in 1...day.count {
            for (index, rows) in plain.scores(end: step, leastViews: TrendRules().leastViews).enumerated() {
                listings[index].entries += rows.map {
                    Listing.Entry(article: $0.article, minute: step * MadeDays.slotMinutes, score: $0.score)
                }
            }
        }
        let begin = clock()
        for (step, rises) in trends(days, slots).enumerated() {
            listings[PlainScores.names.count].entries += rises.prefix(Listing.rows).map {
                Listing.Entry(article: Int($0.article), minute: (step + 1) * MadeDays.slotMinutes, score: $0.score)
            }
        }
        return (listings, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
    }

    private static func trends(_ days: MadeDays, _ slots: [[Int32]]) -> [[Rise]] {
        guard let calendar = SiteCalendar(zoneName: "UTC"), let firstDay else { return [] }
        let bounds = days.plan.dayBounds
        let start = bounds[MadeDays.historyDays] / 60
        let grid = TrendGrid(
            ends: (1...MadeDays.slotsPerDay).map { start + $0 * MadeDays.slotMinutes },
            day: CalendarDay(number: firstDay.number + Int32(MadeDays.historyDays)), from: firstDay, calendar: calendar)
        var counts = TrendCounts(grid, windowMinutes: windowMinutes)
        let sections = days.plan.sections
        for day in 0...MadeDays.historyDays {
            for article in 0..<MadeDays.articles {
                for slot in day * MadeDays.slotsPerDay..<(day + 1) * MadeDays.slotsPerDay {
                    let views = slots[slot][article]
                    guard views > 0 else { continue }
                    counts.add(
                        Int(views), of: UInt32(article), in: UInt32(sections[article]),
                        minute: UInt32(bounds[0] / 60 + slot * MadeDays.slotMinutes))
                }
            }
        }
        // The bench sets its own thresholds.
        var rules = TrendRules()
        rules.leastTimes = 1
        return Trends(counts, rules: rules).byEnd
    }

    /// Some of the scores that occur, spread over their ranks.
    private static func thresholds(_ entries: [Listing.Entry]) -> [Double] {
        let scores = entries.map(\.score).sorted()
        guard !scores.isEmpty else { return [0] }
        return stride(from: 0.0, to: 1, by: 0.01).map { scores[Int($0 * Double(scores.count))] }
            + stride(from: 0.99, to: 1, by: 0.001).map { scores[Int($0 * Double(scores.count))] }
    }

    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
