public import ViewCounting

/// How an article did from day to day.
public struct ArticleCourse: Sendable {
    /// The days that were asked for, the first and the last included.
    public let range: ClosedRange<CalendarDay>
    /// The days of the range that are counted, earliest first; also those on which nobody read the article.
    public let days: [CourseDay]
    /// Ranks that are its site's top.
    public let top: Int

    /// - Parameters:
    ///   - days: Each once, in any order; those outside of the range are left out.
    ///   - top: The last rank that belongs to the site's top.
    public init(_ range: ClosedRange<CalendarDay>, days: [CourseDay], top: Int) {
        self.range = range
        self.days = days.filter { range.contains($0.day) }.sorted { $0.day < $1.day }
        self.top = top
    }

    /// Views of all days that are counted.
    public var views: Int { days.reduce(0) { $0 + $1.views } }

    /// The days of the range that are not counted, those that follow each other as one.
    public var missing: [ClosedRange<CalendarDay>] { range.without(days.map(\.day)) }

    /// From the first day on which it was read to the last; nil where it never was.
    public var read: ClosedRange<CalendarDay>? {
        guard let first = days.first(where: { $0.standing != nil }), let last = days.last(where: { $0.standing != nil })
        else { return nil }
        return first.day...last.day
    }

    /// Every day from the first to the last that is counted; nil where one between them is not.
    public var daysWithGaps: [(day: CalendarDay, counted: CourseDay?)] {
        var all: [(day: CalendarDay, counted: CourseDay?)] = []
        for day in days {
            while let last = all.last?.day, last.next < day.day { all.append((last.next, nil)) }
            all.append((day.day, day))
        }
        return all
    }

    /// Its best rank, and the days on which it had it; nil where nobody read it.
    public var peak: (rank: Int, days: [CalendarDay])? {
        guard let best = days.compactMap({ $0.standing?.rank }).min() else { return nil }
        return (best, days.filter { $0.standing?.rank == best }.map(\.day))
    }

    /// How many days it was in the top.
    public var daysInTop: Int { days.count { isInTop($0) } }

    /// The most days in a row on which it was in the top, the first such row; a day that is not counted ends a row.
    public var streak: ClosedRange<CalendarDay>? {
        var best: ClosedRange<CalendarDay>?
        var current: ClosedRange<CalendarDay>?
        for day in days where isInTop(day) {
            let start = current.flatMap { $0.upperBound.next == day.day ? $0.lowerBound : nil } ?? day.day
            current = start...day.day
            if (start...day.day).dayCount > best?.dayCount ?? 0 { best = current }
        }
        return best
    }

    /// The day with most views, the first of them; nil where nobody read it.
    public var bestDay: CourseDay? {
        days.filter { $0.standing != nil }.max { ($0.views, $1.day) < ($1.views, $0.day) }
    }

    private func isInTop(_ day: CourseDay) -> Bool { day.standing.map { $0.rank <= top } ?? false }
}

extension CourseDay {
    /// 0 where nobody read the article.
    public var views: Int { standing?.article.views ?? 0 }
}
