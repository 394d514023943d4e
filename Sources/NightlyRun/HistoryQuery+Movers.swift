import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// `accessrank movers`: what climbed, fell, came and went on a day.
    ///
    /// - Parameter top: Articles in each list at the most.
    public static func movers(
        _ day: CalendarDay, section: String?, top: Int, as form: RankOutput.Form, _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in
            try query.movers(day, section: section, top: top).bytes(as: form)
        }
    }

    private func movers(_ day: CalendarDay, section: String?, top: Int) throws(RunError) -> MoversReport {
        var report = try self.day(day)
        let before = try reading { () throws(HistoryError) in
            try book[day].flatMap { book.dayBefore($0) }.flatMap { day throws(HistoryError) in
                try book.counts(of: day)?.counts
            }
        }
        report.headlines = try reading { () throws(HistoryError) in
            try history.headlines(
                on: day, of: Set((report.counts.articles + (before?.articles ?? [])).map(\.key)))
        }
        return try output { () throws(UnknownSection) in
            try MoversReport(
                of: report, after: before.map { PeriodRanking(of: DayRanking(of: $0, after: nil), $0) },
                section: section, count: top)
        }
    }
}
