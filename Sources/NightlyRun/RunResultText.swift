import ArticleRanking
import LogReading
import Reporting
import ViewCounting

/// What a run shows on a terminal when it is done: the newest day's top five, and the accounting.
///
/// No line is wider than the terminal but the last one: a path that is cut leads nowhere.
struct RunResultText {
    let newest: DayRanking?
    /// Those that hold on the newest day, of its articles.
    let headlines: Headlines
    let calendar: SiteCalendar
    let accounting: Accounting
    /// Logs that were not read.
    let unread: Int
    let reports: String
    let terminal: Terminal

    private static let topRows = 5

    var text: String {
        var text = ""
        if let newest {
            text += "Most read on \(newest.day):\n"
            let rows = newest.site.top(RunResultText.topRows).rows
            let naming = ArticleNaming(headlines: headlines, url: nil, calendar: calendar, day: newest.day)
            for (row, name) in zip(rows, naming.texts(of: rows.map { ($0.article.key, $0.article.path) })) {
                text += line(row.article.views, shown(name, path: row.article.path))
            }
            text += "\n"
        }
        text += line(accounting.lines, "lines, of which")
        for outcome in Outcome.allCases.reversed() where accounting[outcome] > 0 {
            text += line(accounting[outcome], outcome.name)
        }
        if unread > 0 { text += line(unread, "\(unread == 1 ? "log is" : "logs are") as before, and not read again") }
        return text + "\nReports: \(ShownText.of(reports))/index.md\n"
    }

    /// A number and what it counts, no wider than the terminal.
    private func line(_ number: Int, _ text: String) -> String {
        let figures = Figures.grouped(number)
        let padding = String(repeating: " ", count: max(0, RunResultText.figureColumns - figures.count))
        let mark = terminal.showsUTF8 ? "…" : "..."
        return DisplayWidth.cut("\(padding)\(figures)  \(text)", to: terminal.width, mark: mark) + "\n"
    }

    /// A name; where the terminal cannot show its letters, the path tells more than escapes of all of them.
    private func shown(_ name: String, path: ByteString) -> String {
        if terminal.showsUTF8 { return name }
        return ASCIIText.canShow(name) ? ASCIIText.of(name) : ShownText.asPath(path)
    }

    private static let figureColumns = 10
}
