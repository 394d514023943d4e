import ArgumentParser
import NightlyRun
import Reporting
import ViewCounting

struct Trending: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is read more than was to be expected, with the arithmetic of each row.",
        discussion: """
            What is expected comes from the article's own hours before, from the same hours of past weeks, or from what new \
            articles of its section and age have; the site's course is taken out. Rows are ordered by the times that are \
            certain. docs/trends.md has the formulas.
            """)

    @Option(
        help: ArgumentHelp(
            "The window's end, as \"2026-03-02 15:00\" by the site's clock or with an offset; else the last line's.",
            valueName: "TIME"),
        transform: ArgumentText.minute)
    var at: WrittenMinute?

    @Option(
        help: ArgumentHelp(
            "In place of one window all of a day, one each ten minutes: the strongest rise of each article.",
            valueName: "DAY"),
        transform: ArgumentText.day)
    var date: CalendarDay?

    @Option(
        help: ArgumentHelp("How long the window is: 10m, 1h, up to 24h.", valueName: "LENGTH"),
        transform: ArgumentText.windowLength)
    var window = WindowLength.hour

    @Option(help: ArgumentHelp("Rises of this section alone.", valueName: "SECTION"))
    var section: String?

    @Option(help: ArgumentHelp("Rows at the most.", valueName: "N"))
    var top = TrendReport.usualRows

    @Option(help: ArgumentHelp("Views that a rise has in the window at the least.", valueName: "N"))
    var least: Int?

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func validate() throws {
        try ArgumentText.checkTop(top)
        guard HistoryQuery.Trending.isPossible(window) else {
            throw ValidationError(
                "--window \(window): trends are told by ten minutes; name 10m, 20m and so on, up to 24h")
        }
        if at != nil, date != nil {
            throw ValidationError("--at and --date: one asks for one window, the other for a day's; name one of them")
        }
        if let least, least < 1 {
            throw ValidationError("--least \(least): a rise has at least 1 view; name 1 or more")
        }
    }

    func run() throws {
        var asked = HistoryQuery.Trending()
        asked.end = at
        asked.day = date
        asked.length = window
        asked.section = section
        asked.top = top
        asked.leastViews = least
        asked.form = output.form
        try Answer.print(HistoryQuery.trending(asked, history.options))
    }
}
