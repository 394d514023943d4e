import ArticleRanking
import LogReading
import ViewCounting

extension CourseReport {
    var json: String {
        JSONText.members([
            ("schema", .integer(DayReport.jsonSchema)),
            ("site", .shown(site.name)),
            ("timezone", .shown(site.calendar.zoneName)),
            ("article", .text(ShownText.of(article.key))),
            ("path", .text(ShownText.of(article.path))),
            ("url", .shown(naming.link(to: article))),
            ("title", naming.title(of: article.key).map { .text($0) } ?? .null),
            ("published", naming.published(article.key).map { .text($0) } ?? .null),
            ("from", .text("\(course.range.lowerBound)")),
            ("to", .text("\(course.range.upperBound)")),
            ("state", .text(states.text)),
            ("missing_days", .list(course.missing.map { .text(DayRuns.text($0)) })),
            ("views", .integer(course.views)),
            ("top", .integer(course.top)),
            ("days_in_top", .integer(course.daysInTop)),
            ("streak", course.streak.map(streak) ?? .null),
            ("peak", peak),
            ("best_day", course.bestDay.map(best) ?? .null),
            ("items", .list(course.daysWithGaps.map(item))),
        ]).document
    }

    private func streak(_ days: ClosedRange<CalendarDay>) -> JSONText {
        .members([
            ("days", .integer(days.dayCount)), ("from", .text("\(days.lowerBound)")),
            ("to", .text("\(days.upperBound)")),
        ])
    }

    private var peak: JSONText {
        guard let peak = course.peak else { return .null }
        return .members([("rank", .integer(peak.rank)), ("days", .list(peak.days.map { .text("\($0)") }))])
    }

    private func best(_ day: CourseDay) -> JSONText {
        let hours = hours.map { hours in
            JSONText.list(
                hours.hours.map { hour in
                    .members([("start", .text(start(of: hour.hour))), ("views", .integer(hour.views))])
                })
        }
        return .members([("day", .text("\(day.day)")), ("views", .integer(day.views)), ("hours", hours ?? .null)])
    }

    /// `2026-03-02T06:00:00+09:00`: no hour of a day is called as another one, also where the clock is put back.
    private func start(of hour: LocalHour) -> String {
        let time = site.calendar.localTime(at: hour.start)
        return "\(time.day)T\(time.clock)\(time.offsetText)"
    }

    private func item(_ day: CalendarDay, _ counted: CourseDay?) -> JSONText {
        let standing = counted?.standing
        return .members([
            ("day", .text("\(day)")),
            ("state", .text(counted?.stateText ?? CourseReport.unknownState)),
            ("rank", .optional(standing?.rank)),
            ("views", .optional(counted?.views)),
            ("share", counted.map { .number(share($0)) } ?? .null),
            ("visitors", .optional(counted.map { $0.standing?.article.visitors ?? 0 })),
            ("section", (standing?.article.section).map { .text(ShownText.of($0)) } ?? .null),
            ("section_rank", .optional(standing?.sectionRank)),
            ("section_share", sectionShare(standing).map { .number($0) } ?? .null),
        ])
    }
}
