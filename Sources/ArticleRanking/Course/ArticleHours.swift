public import ViewCounting

/// The views of an article on one day, hour by hour of the site's clock.
public struct ArticleHours: Hashable, Sendable {
    public struct Hour: Hashable, Sendable {
        public let hour: LocalHour
        public let views: Int
    }

    /// In their order in time: 24, or 23 or 25 on a day on which the clock changes.
    public let hours: [Hour]

    /// - Parameters:
    ///   - cells: Of one article on the day, in any order; those outside of its hours are left out.
    ///   - hours: All hours of the day, as `SiteCalendar.hours(of:)` has them.
    /// - Complexity: O(n m) in cells and hours.
    public init(_ cells: some Sequence<MinuteViews.Cell>, hours: [LocalHour]) {
        var views = Array(repeating: 0, count: hours.count)
        for cell in cells {
            let second = Int64(cell.minute) * ArticleHours.secondsPerMinute
            if let place = hours.firstIndex(where: { $0.contains(second) }) {
                views[place] += Int(cell.views)
            }
        }
        self.hours = zip(hours, views).map { Hour(hour: $0, views: $1) }
    }

    /// The hour with most views, the first of them; nil where there is no view.
    public var busiest: Hour? {
        guard let most = hours.map(\.views).max(), most > 0 else { return nil }
        return hours.first { $0.views == most }
    }

    private static let secondsPerMinute: Int64 = 60
}
