import ArticleRanking
import LogReading
import ViewCounting

/// What `accessrank rank` prints: one ranking, of a day or of several, of the site or of one section.
public struct RankOutput: Sendable {
    /// The forms that `--as` knows.
    public enum Form: String, CaseIterable, Sendable {
        case markdown = "md"
        case csv
        case json
    }

    let site: String?
    let zoneName: String
    let csvBOM: Bool
    let range: ClosedRange<CalendarDay>
    /// False where the range is one day that was asked for as a day.
    let isRange: Bool
    /// Nil where whole days were asked for.
    let window: ShownWindow?
    let state: String
    let stateSentences: String
    let missing: [ClosedRange<CalendarDay>]
    /// Nil for the whole site.
    let section: SectionRanking?
    /// The site's ranking, of which a section is a part.
    let whole: Ranking
    let scope: RankedScope

    /// One ranking of a day, as its reports have it.
    ///
    /// With the report's own `top` (`sectionTop` with a section) its CSV is byte for byte `ranking.csv` (the section's rows of
    /// `sections.csv`).
    ///
    /// - Parameters:
    ///   - section: As it is shown or as it is logged; nil for the site.
    ///   - top: Rows; nil for the report's own number of them.
    /// - Throws: `UnknownSection` where nobody read anything in such a section on the day.
    public init(of report: DayReport, section: String? = nil, top: Int? = nil) throws(UnknownSection) {
        site = report.site
        zoneName = report.calendar.zoneName
        csvBOM = report.csvBOM
        range = report.day...report.day
        isRange = false
        window = nil
        state = report.counts.coverage.stateText
        stateSentences = report.stateSentences
        missing = []
        self.section = try report.ranking.sections.find(section, when: DayRuns.text(range))
        whole = report.ranking.site
        scope = report.scope(
            self.section?.ranking ?? whole, top: max(0, top ?? (section == nil ? report.top : report.sectionTop)))
    }

    /// One ranking of several days: without visitors and movement, which cannot be told of them.
    ///
    /// - Parameters:
    ///   - section: As it is shown or as it is logged; nil for the site.
    ///   - top: Rows; nil for the report's own number of them.
    /// - Throws: `UnknownSection` where nobody read anything in such a section in these days.
    public init(of report: RangeReport, section: String? = nil, top: Int? = nil) throws(UnknownSection) {
        site = report.site
        zoneName = report.calendar.zoneName
        csvBOM = report.csvBOM
        range = report.ranking.range
        isRange = true
        window = nil
        state = report.stateText
        stateSentences = report.stateSentences
        missing = report.ranking.missing
        self.section = try report.ranking.sections.find(section, when: DayRuns.text(range))
        whole = report.ranking.site
        scope = RankedScope(
            ranking: self.section?.ranking ?? whole, naming: report.naming,
            top: max(0, top ?? (section == nil ? report.top : report.sectionTop)), knowsVisitors: false)
    }

    /// One ranking of a window: without visitors, raw clicks and movement, which nobody keeps by the minute.
    ///
    /// - Parameters:
    ///   - section: As it is shown or as it is logged; nil for the site.
    ///   - top: Rows.
    /// - Throws: `UnknownSection` where nobody read anything in such a section in the window.
    public init(of report: WindowReport, section: String? = nil, top: Int) throws(UnknownSection) {
        site = report.site.name
        zoneName = report.site.calendar.zoneName
        csvBOM = report.site.csvBOM
        let window = report.window
        range = report.site.calendar.days(of: window.minutes)
        isRange = true
        self.window = window
        state = report.state.text
        stateSentences = report.state.sentences
        missing = report.state.missing
        self.section = try report.ranking.sections.find(section, when: window.text)
        whole = report.ranking.site
        scope = RankedScope(
            ranking: self.section?.ranking ?? whole, naming: report.site.naming(report.headlines, on: range.upperBound),
            top: max(0, top), knowsVisitors: false, knowsRawClicks: false)
    }

    /// Ready for standard output or a file; valid UTF-8, a line end last.
    public func bytes(as form: Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: RankedScope.csv([scope], date: date, byteOrderMark: csvBOM)
        case .json: Array(json.utf8)
        }
    }

    /// `2026-03-02`, or `2026-03-01..2026-03-03`: also where a range has one day; of a window its first minute and its end.
    private var date: String {
        if let window { return window.text }
        return isRange ? "\(range.lowerBound)..\(range.upperBound)" : "\(range.lowerBound)"
    }
}
