import LogSynthesis

/// Three weeks and a day of a made-up site as views by article and slot of ten minutes; the last day also without its rises.
struct MadeDays {
    static let historyDays = 21
    static let linesPerDay = 1_000_000
    static let articles = 5000
    static let rises = 12
    static let slotMinutes = 10
    static let slotsPerDay = 144

    let plan: ViewPlan
    /// By slot since the first day, and article.
    let history: [[Int32]]
    let lastDay: [[Int32]]
    let quietDay: [[Int32]]

    init(seed: UInt64) throws {
        let days = MadeDays.historyDays + 1
        let plan = try ViewPlan(
            SynthesisOptions(
                lines: days * MadeDays.linesPerDay, days: days, articles: MadeDays.articles, seed: seed,
                start: "2026-02-09", bursts: .drawn(MadeDays.rises)))
        self.plan = plan
        history = (0..<MadeDays.historyDays).flatMap { MadeDays.slots(of: $0, plan) }
        lastDay = MadeDays.slots(of: MadeDays.historyDays, plan)
        quietDay = MadeDays.slots(of: MadeDays.historyDays, plan, hasRises: false)
    }

    private static func slots(of day: Int, _ plan: ViewPlan, hasRises: Bool = true) -> [[Int32]] {
        let start = plan.dayBounds[day] / 60
        var slots = Array(repeating: Array(repeating: Int32(0), count: articles), count: slotsPerDay)
        for view in plan.views(ofDay: day, hasRises: hasRises) {
            let slot = (Int(view.minute) - start) / slotMinutes
            if slot < slotsPerDay { slots[slot][Int(view.article)] += 1 }
        }
        return slots
    }
}
