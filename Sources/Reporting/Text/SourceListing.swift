import ArticleRanking
public import ViewCounting

/// What `accessrank sources` prints: a line for each source.
public struct SourceListing: Sendable {
    public struct Row: Sendable {
        /// Text from outside: whatever is in it, a line stays a line.
        /// By which the history knows it, where several have one name.
        public var number: Int64
        public var name: String
        /// The word for what became of it: `counted`.
        public var state: String
        public var lines: Int
        /// The days that it has lines of, in any order.
        public var days: [CalendarDay]
        /// The start of the run that read it, seconds since 1970 UTC.
        public var at: Int64

        public init(number: Int64, name: String, state: String, lines: Int, days: [CalendarDay], at: Int64) {
            self.number = number
            self.name = name
            self.state = state
            self.lines = lines
            self.days = days
            self.at = at
        }
    }

    /// In the order in which they are printed.
    public var rows: [Row]
    public var calendar: SiteCalendar

    public init(_ rows: [Row], calendar: SiteCalendar) {
        self.rows = rows
        self.calendar = calendar
    }

    /// A table with a line of titles, or a sentence where there is no source.
    public var text: String {
        guard !rows.isEmpty else { return "No source has been read yet.\n" }
        return TextTable(
            columns: [
                ("No.", .right), ("Name", .left), ("State", .left), ("Lines", .right), ("Days", .left), ("When", .left),
            ],
            rows: rows.map { row in
                [
                    String(row.number), ShownText.of(row.name), ShownText.of(row.state), Figures.grouped(row.lines),
                    days(of: row), when(row),
                ]
            }
        ).text
    }

    /// The first and the last: days between them may be missing.
    private func days(of row: Row) -> String {
        guard let first = row.days.min(), let last = row.days.max() else { return "–" }
        return DayRuns.text(first...last)
    }

    private func when(_ row: Row) -> String {
        DayClock.dayAndMinute(
            min(max(row.at, Restatement.times.lowerBound), Restatement.times.upperBound), calendar)
    }
}
