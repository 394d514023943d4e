import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// `accessrank rank --at`: the ranking of the window that ends at an instant.
    public static func rank(
        at end: WrittenMinute, _ length: WindowLength, section: String?, as form: RankOutput.Form,
        _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in
            let minute: Int
            do throws(WrittenMinuteError) {
                minute = try end.minute(in: query.calendar)
            } catch {
                throw RunError(.usage, "--at \(error)")
            }
            let top = options.top ?? (section == nil ? query.site.top : query.site.profile.sectionTop)
            let report = try query.window(length, end: minute, asked: end.text, top: top)
            return try query.output { () throws(UnknownSection) in
                try RankOutput(of: report, section: section, top: top)
            }.bytes(as: form)
        }
    }

    private func window(
        _ length: WindowLength, end: Int, asked: String, top: Int
    ) throws(RunError) -> WindowReport {
        guard WrittenMinute.minutes.contains(end), let series = try book.windows(length, ends: [end]) else {
            throw missing("the \(length) up to \(asked)")
        }
        let ranking = series.ranking
        let shown = Set(
            ([ranking.site] + ranking.sections.map(\.ranking)).flatMap { $0.top(top).rows.map(\.article.key) })
        let headlines = try reading { () throws(HistoryError) in
            try book.headlines(
                of: series.articles.articles.filter { shown.contains($0.key) }.map { ($0.key, $0.lastRead) })
        }
        return WindowReport(of: ranking, length, end: end, state: series.state, at: reportSite, headlines: headlines)
    }

    /// What `accessrank windows` is asked for.
    public struct Windows: Sendable {
        public var day: CalendarDay
        public var length = WindowLength.hour
        public var step = WindowLength.hour
        /// As it is shown or as it is logged; nil for the site and all sections.
        public var section: String?

        public init(_ day: CalendarDay) {
            self.day = day
        }
    }

    /// `accessrank windows`: all windows of a day, written as they are made.
    public static func windows(_ asked: Windows, _ options: HistoryOptions) -> Result<Void, ExitFailure> {
        CommandAnswer.pieces { put throws(RunError) in
            try HistoryQuery(options).windows(asked, top: options.top, put)
        }
    }

    private func windows(
        _ asked: Windows, top: Int?, _ put: ([UInt8]) throws(RunError) -> Void
    ) throws(RunError) {
        guard let day = book[asked.day] else { throw missing("\(asked.day)") }
        var csv = WindowsCSV(calendar: calendar, byteOrderMark: site.profile.csvBOM)
        let ends = book.windowClock(over: [day]).ends(of: asked.day, every: asked.step)
        if var series = try book.windows(asked.length, ends: ends) {
            let section = try output { () throws(UnknownSection) in
                try WindowsCSV.section(asked.section, among: series.articles.sections, on: asked.day)
            }
            var headlines = Headlines()
            var named: Set<WindowArticles.Article> = []
            for end in ends {
                series.advance(to: end)
                var window = series.top(top ?? site.top, sectionTop: top ?? site.profile.sectionTop)
                if asked.section != nil { window = window.only(section) }
                let new = window.articles.subtracting(named)
                named.formUnion(new)
                let found = try reading { () throws(HistoryError) in
                    try book.headlines(of: new.map { ($0.key, $0.lastRead) })
                }
                headlines.fill(from: found, of: new.map(\.key))
                csv.add(window) { headlines[$0.key]?.title }
                try put(csv.takeBytes())
            }
        }
        try put(csv.takeBytes())
    }
}
