public import ArticleRanking
import LogReading
public import ViewCounting

/// What `accessrank days` prints: a line for each day.
public struct DayListing: Sendable {
    public struct Row: Sendable {
        public var day: CalendarDay
        /// 1 or more.
        public var version: Int
        public var isPartial: Bool
        public var isIncomplete: Bool
        public var isClosed: Bool
        /// Sources with lines of the day.
        public var sources: Int
        public var lines: Int
        /// The first and the last line, seconds since 1970 UTC; nothing is shown of them for a day without lines.
        public var firstSecond: UInt32
        public var lastSecond: UInt32
        public var views: Int
        public var restatement: Restatement?

        public init(
            day: CalendarDay, version: Int, isPartial: Bool, isIncomplete: Bool, isClosed: Bool, sources: Int,
            lines: Int, firstSecond: UInt32, lastSecond: UInt32, views: Int, restatement: Restatement?
        ) {
            self.day = day
            self.version = version
            self.isPartial = isPartial
            self.isIncomplete = isIncomplete
            self.isClosed = isClosed
            self.sources = sources
            self.lines = lines
            self.firstSecond = firstSecond
            self.lastSecond = lastSecond
            self.views = views
            self.restatement = restatement
        }
    }

    /// In the order in which they are printed.
    public var rows: [Row]
    public var calendar: SiteCalendar

    public init(_ rows: [Row], calendar: SiteCalendar) {
        self.rows = rows
        self.calendar = calendar
    }

    /// A table with a line of titles, or a sentence where there is no day.
    public var text: String {
        guard !rows.isEmpty else { return "No day has been counted yet.\n" }
        return TextTable(
            columns: [
                ("Day", .left), ("State", .left), ("Version", .right), ("Sources", .right), ("Lines", .right),
                ("From-to", .left), ("Views", .right), ("Last restatement", .left),
            ],
            rows: rows.map { row in
                [
                    "\(row.day)", row.stateText, Figures.grouped(row.version), Figures.grouped(row.sources),
                    Figures.grouped(row.lines), hours(of: row), Figures.grouped(row.views),
                    row.restatement.map { $0.summary(calendar) } ?? "",
                ]
            }
        ).text
    }

    private func hours(of row: Row) -> String {
        guard row.lines > 0 else { return "–" }
        let clock = DayClock(day: row.day, calendar: calendar)
        return [row.firstSecond, row.lastSecond].map { clock.minute(calendar.localTime(at: Int64($0))) }
            .joined(separator: "..")
    }
}

extension DayListing.Row {
    /// `complete`, `partial`, `incomplete` or `partial, incomplete`, and `closed` behind it.
    fileprivate var stateText: String {
        let words = (isPartial ? ["partial"] : []) + (isIncomplete ? ["incomplete"] : [])
        return ((words.isEmpty ? ["complete"] : words) + (isClosed ? ["closed"] : [])).joined(separator: ", ")
    }
}

extension Restatement {
    /// `v3 2026-03-04 04:00: +1,204 views from web2.log.gz, without web1.log`: names harmless to print.
    func summary(_ calendar: SiteCalendar) -> String {
        let change = viewsAfter - viewsBefore
        let views = change == 0 ? "views as before" : "\(Figures.signed(change)) \(abs(change) == 1 ? "view" : "views")"
        // A log that grew came and went: it is told once.
        let grown = Set(came.map { ByteString($0.name) })
        let without = gone.filter { !grown.contains(ByteString($0.name)) }
        let sources = [("from", came), ("without", without)].filter { !$0.1.isEmpty }.map { word, sources in
            "\(word) \(SourceNames.listed(sources, most: 1) { ShownText.of($0.name) })"
        }
        return "v\(version) \(DayClock.dayAndMinute(at, calendar)): "
            + (sources.isEmpty ? views : "\(views) \(sources.joined(separator: ", "))")
    }
}
