public import ArticleRanking
public import LogReading
public import ViewCounting

/// Windows one after the other as tidy CSV: a line for each row of the site and of each section, the site's first.
public struct WindowsCSV: Sendable {
    /// New columns are appended, none is ever moved, renamed or dropped.
    static let columns = ["window_end", "section", "rank", "article", "title", "views", "share", "state"]

    private var table: CSVTable
    private let calendar: SiteCalendar

    public init(calendar: SiteCalendar, byteOrderMark: Bool) {
        table = CSVTable(columns: WindowsCSV.columns, byteOrderMark: byteOrderMark)
        self.calendar = calendar
    }

    /// Adds a window.
    ///
    /// - Parameter title: Nil for an article that no catalogue has named.
    public mutating func add(_ window: WindowTop, title: (WindowArticles.Article) -> String?) {
        let (end, state) = (calendar.instantText(atMinute: window.end), window.state.text)
        for scope in window.scopes {
            for row in scope.rows {
                table.add(end)
                table.add(scope.section)
                table.add(row.rank)
                table.add(row.article.key)
                table.add(title(row.article).map { ByteString($0) })
                table.add(row.views)
                table.add(share: row.views, of: scope.views)
                // States may hold a comma.
                table.add(ByteString(state))
                table.endRow()
            }
        }
    }

    /// Hands over what was added since the last time; at first with the header.
    public mutating func takeBytes() -> [UInt8] { table.takeBytes() }

    /// The section that a user means; nil where none was asked for.
    ///
    /// - Parameters:
    ///   - names: Those that there are.
    ///   - day: For the message.
    public static func section(
        _ typed: String?, among names: [ByteString], on day: CalendarDay
    ) throws(UnknownSection) -> ByteString? {
        try SectionName.find(typed, among: names.sorted(), when: "\(day)")
    }
}
