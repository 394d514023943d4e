public import ArticleRanking
import LogReading
public import ViewCounting

/// What `accessrank trending` prints: what is read more than was to be expected, with the arithmetic of each row.
public struct TrendReport: Sendable {
    let site: ReportSite
    let rises: ShownRises
    let section: ByteString?
    /// Nil where the windows of a day are told together.
    let window: ShownWindow?
    let day: CalendarDay

    /// Rows where no other number is asked for.
    public static let usualRows = 10

    /// - Parameters:
    ///   - rises: Of one window, or of those of a day.
    ///   - end: The first minute behind the window, since 1970 UTC; nil for a day's.
    ///   - day: The windows', or that of the window's last minute; ages are told on it.
    ///   - section: As it is shown or as it is logged; nil for all.
    ///   - top: Rows at the most.
    public init(
        of rises: DayRises, _ length: WindowLength, end: Int?, on day: CalendarDay, at site: ReportSite,
        headlines: Headlines, section: String? = nil, top: Int
    ) throws(UnknownSection) {
        let name = try SectionName.find(section, among: rises.sections.sorted(), when: "\(day)")
        let fitting = rises.strongest.filter { name == nil || $0.section == name }
        self.rises = ShownRises(fitting, top: top, length: length, naming: site.naming(headlines, on: day))
        self.section = name
        self.site = site
        self.day = day
        window = end.map { end in
            ShownWindow(length: length, minutes: end - length.minutes..<end, calendar: site.calendar)
        }
    }

    /// Ready for standard output or a file; valid UTF-8, a line end last.
    public func bytes(as form: RankOutput.Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: rises.csv(byteOrderMark: site.csvBOM)
        case .json: Array(json.utf8)
        }
    }

    private var markdown: String {
        let place = section.map { " in \(MarkdownText.escaping(SectionName.heading($0)))" } ?? ""
        let list = rises.list(tellsEnd: window == nil)
        let more =
            rises.others > 0 ? "\n\(Figures.count(rises.others, "article more rises", "articles more rise")).\n" : ""
        return """
            \(MarkdownText.title("rising \(window.map { "in the \($0.title)" } ?? "on \(WrittenDay.of(day))")", of: site.name))

            By the clock of \(MarkdownText.escaping(ShownText.of(site.calendar.zoneName))).

            ## Rising\(place)

            \(list.isEmpty ? "Nothing is read more than was to be expected.\n" : list)\(more)
            """.trimmingSpareLine
    }

    private var json: String {
        JSONText.members([
            ("schema", .integer(DayReport.jsonSchema)),
            ("site", .shown(site.name)),
            ("day", .text("\(day)")),
            ("from", window.map { .text($0.first) } ?? .null),
            ("to", window.map { .text($0.end) } ?? .null),
            ("window", .text("\(rises.length)")),
            ("timezone", .shown(site.calendar.zoneName)),
            ("section", section.map { .text(ShownText.of($0)) } ?? .null),
            ("items", rises.items),
            ("more", .integer(rises.others)),
        ]).document
    }
}

extension String {
    /// Without an empty line at its end.
    fileprivate var trimmingSpareLine: String { hasSuffix("\n\n") ? String(dropLast()) : self }
}
