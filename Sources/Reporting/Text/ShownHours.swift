import LogReading
import ViewCounting

/// A day's views by the hour, as lines of bars.
struct ShownHours {
    private let views: DayHours
    /// The hours in which a line was logged, so that no view is a count of 0.
    private let isKnown: [Bool]

    /// Nil where the hours are not known.
    init?(_ views: DayHours, _ coverage: DayCoverage) {
        guard !views.hours.isEmpty else { return nil }
        self.views = views
        let unknown = Set(coverage.hoursWithoutLines)
        isKnown = views.hours.map { !unknown.contains($0) }
    }

    /// A bar for each hour of the day.
    func bars(of key: ByteString) -> String {
        let counts = views[key].map { zip($0, isKnown).map { count, isKnown in isKnown ? count : nil } }
        return Sparkline.of(counts ?? isKnown.map { _ in nil })
    }
}
