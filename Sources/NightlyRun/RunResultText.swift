import ArticleRanking
import Reporting
import ViewCounting

/// What a run shows on a terminal when it is done: the newest day's top five, and the accounting.
struct RunResultText {
    let newest: DayRanking?
    /// Those that hold on the newest day, of its articles.
    let headlines: Headlines
    let calendar: SiteCalendar
    let accounting: Accounting
    let reports: String

    private static let topRows = 5

    var text: String {
        var text = ""
        if let newest {
            text += "Most read on \(newest.day):\n"
            let rows = newest.site.top(RunResultText.topRows).rows
            let naming = ArticleNaming(headlines: headlines, url: nil, calendar: calendar, day: newest.day)
            for (row, name) in zip(rows, naming.texts(of: rows.map { ($0.article.key, $0.article.path) })) {
                text += "\(RunResultText.padded(Figures.grouped(row.article.views), to: 10))  \(name)\n"
            }
            text += "\n"
        }
        text += "\(RunResultText.padded(Figures.grouped(accounting.lines), to: 10))  lines, of which\n"
        for outcome in Outcome.allCases.reversed() where accounting[outcome] > 0 {
            text += "\(RunResultText.padded(Figures.grouped(accounting[outcome]), to: 10))  \(outcome.name)\n"
        }
        return text + "\nReports: \(ShownText.of(reports))/index.md\n"
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
