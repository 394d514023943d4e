import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// What `accessrank trending` is asked.
    public struct Trending: Sendable {
        /// The window's end; nil for the last minute of which the history has a line.
        public var end: WrittenMinute?
        /// A day, for the strongest rise of each article in its windows, one each ten minutes; nil for one window.
        public var day: CalendarDay?
        public var length = WindowLength.hour
        /// As it is shown or as it is logged; nil for all.
        public var section: String?
        public var top = TrendReport.usualRows
        /// Views that a rise has to have.
        public var leastViews: Int?
        public var form = RankOutput.Form.markdown

        public init() {}

        /// Lengths that can be asked for: whole slots of the counts that trends are made of, up to a day.
        public static func isPossible(_ length: WindowLength) -> Bool {
            length.minutes % TrendGrid.slotMinutes == 0 && length.minutes <= WindowLength.day.minutes
        }
    }

    /// `accessrank trending`: what is read more than was to be expected.
    public static func trending(_ asked: Trending, _ options: HistoryOptions) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in try query.trending(asked).bytes(as: asked.form) }
    }

    private func trending(_ asked: Trending) throws(RunError) -> TrendReport {
        if let day = asked.day {
            return try trending(asked, ends: TrendGrid.ends(of: day, calendar), on: day, named: "\(day)")
        }
        let end: Int
        do throws(WrittenMinuteError) {
            end = try asked.end?.minute(in: calendar) ?? lastMinute()
        } catch {
            throw RunError(.usage, "--at \(error)")
        }
        guard WrittenMinute.minutes.contains(end) else { throw missing(asked.end?.text ?? "the last line") }
        return try trending(
            asked, ends: [end], on: calendar.day(at: Int64(end - 1) * 60),
            named: "the \(asked.length) up to \(asked.end?.text ?? "its last line")")
    }

    private func trending(
        _ asked: Trending, ends: [Int], on day: CalendarDay, named name: String
    ) throws(RunError) -> TrendReport {
        var rules = TrendRules()
        if let views = asked.leastViews { (rules.leastViews, rules.leastSlotViews) = (views, 1) }
        let rises = try reading { () throws(HistoryError) in
            var numbers = try history.numberedDays()
            // One day is asked about: none of its past is needed again.
            var memory = TrendMemory(mostBytes: 0)
            return try book.rises(asked.length, ends: ends, on: day, rules: rules, by: &numbers, &memory)
        }
        guard let rises else { throw missing(name) }
        let headlines = try reading { () throws(HistoryError) in
            try book.headlines(of: rises.strongest.map { ($0.key, $0.lastRead) })
        }
        return try output { () throws(UnknownSection) in
            try TrendReport(
                of: rises, asked.length, end: asked.day == nil ? ends.last : nil, on: day, at: reportSite,
                headlines: headlines, section: asked.section, top: asked.top)
        }
    }

    /// The end of the last minute that has a line.
    private func lastMinute() -> Int { Int(book.days.last?.lastSecond ?? 0) / 60 + 1 }
}
