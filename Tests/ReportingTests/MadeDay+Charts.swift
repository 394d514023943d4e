import ArticleRanking
import LogReading
import Testing
import ViewCounting

extension MadeDay {
    /// What was read two days before the complete day: one of its articles had its best rank, one was read that was not on the day
    /// between.
    static let twoDaysBefore = [
        article("20260228-0044", "/politics/parties/20260228-0044", "politics", 200, visitors: 180),
        article(
            "/%E6%96%87%E5%8C%96/%E6%98%A0%E7%94%BB/%E5%90%9B", "/%E6%96%87%E5%8C%96/%E6%98%A0%E7%94%BB/%E5%90%9B",
            "%E6%96%87%E5%8C%96", 50, visitors: 45),
        article("/about", "/about", nil, 3, visitors: 3),
    ]

    /// The ranking of the last of several days, in order, with its charts.
    static func ranking(of days: [DayCounts], top: Int, sectionTop: Int) throws -> DayRanking {
        var charts = ChartedDays(top: top, sectionTop: sectionTop)
        return try #require(days.map { charts.rank(charts.number($0)) }.last)
    }

    /// Views that go up and down with the hours from the second on, the first article an hour ahead of the next.
    static func totals(_ counts: DayCounts, _ calendar: SiteCalendar) -> DayTotals {
        let articles = counts.articles.sorted { $0.key < $1.key }
        let hours = calendar.hours(of: counts.day)
        let cells = articles.enumerated().flatMap { number, article in
            hours.indices.dropFirst().compactMap { hour in
                let views = UInt32((hour * (number + 1)) % (article.views + 1))
                return views == 0
                    ? nil
                    : MinuteViews.Cell(
                        article: UInt32(number), minute: UInt32(hours[hour].start / 60 + 7), views: views)
            }
        }
        let lines = DayLines(
            accounting: Accounting(), firstSecond: 0, lastSecond: 0, minutes: MinuteSet(day: counts.day), formats: [:])
        return DayTotals(day: counts.day, lines: lines, articles: articles, minuteViews: MinuteViews(cells: cells))
    }
}
