import ArticleRanking
import LogReading
import ViewCounting

/// Rises as CSV, a line each.
struct RiseTable {
    /// New columns are appended, none is ever moved, renamed or dropped.
    static let columns = [
        "window_end", "window", "section", "article", "title", "seen", "expected", "times", "lower", "upper", "score",
        "baseline", "path",
    ]

    private var table: CSVTable
    private let calendar: SiteCalendar

    init(calendar: SiteCalendar, byteOrderMark: Bool) {
        table = CSVTable(columns: RiseTable.columns, byteOrderMark: byteOrderMark)
        self.calendar = calendar
    }

    mutating func takeBytes() -> [UInt8] { table.takeBytes() }

    mutating func add(_ named: NamedRise, length: WindowLength, title: String?) {
        let rise = named.rise
        table.add(calendar.instantText(atMinute: Int(rise.end)))
        table.add("\(length)")
        table.add(named.section)
        table.add(named.key)
        table.add(title.map { ByteString($0) })
        table.add(rise.seen)
        table.add(Figures.hundredths(rise.expected))
        table.add(Figures.hundredths(rise.times))
        table.add(Figures.hundredths(rise.lower))
        table.add(rise.upper.map { Figures.hundredths($0) } ?? "")
        table.add(Figures.hundredths(rise.score))
        table.add(rise.baseline.rawValue)
        table.add(named.path)
        table.endRow()
    }
}

extension NamedRise {
    /// A member for each column of the CSV.
    func json(title: String?, calendar: SiteCalendar) -> JSONText {
        .members([
            ("window_end", .text(calendar.instantText(atMinute: Int(rise.end)))),
            ("section", section.map { .text(ShownText.of($0)) } ?? .null),
            ("article", .text(ShownText.of(key))),
            ("title", title.map { .text($0) } ?? .null),
            ("seen", .integer(rise.seen)),
            ("expected", .number(Figures.hundredths(rise.expected))),
            ("times", .number(Figures.hundredths(rise.times))),
            ("lower", .number(Figures.hundredths(rise.lower))),
            ("upper", rise.upper.map { .number(Figures.hundredths($0)) } ?? .null),
            ("score", .number(Figures.hundredths(rise.score))),
            ("baseline", .text(rise.baseline.rawValue)),
            ("path", .text(ShownText.of(path))),
        ])
    }
}
