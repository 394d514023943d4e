import ArgumentParser
import NightlyRun
import Reporting
import ViewCounting

struct Rank: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Print the ranking of a day, of several together, or of the hours up to any minute, from the history.",
        discussion: """
            Visitors and movement are told of single days: they cannot be added up.

            With --at, the ranking is of the window that ends there: 2026-03-02 15:00 by the site's clock, or with an offset \
            2026-03-02T15:00+09:00, as it has to be where the clock shows a time twice.
            """)

    @Argument(
        help: ArgumentHelp("2026-03-02, or 2026-03-01..2026-03-07.", valueName: "DAY|DAY..DAY"),
        transform: ArgumentText.days)
    var days: ArgumentText.DaySpan?

    @Option(
        help: ArgumentHelp("The first minute behind a window, in place of days.", valueName: "TIME"),
        transform: ArgumentText.minute)
    var at: WrittenMinute?

    @Option(
        help: ArgumentHelp("How long the window is: 90m, 24h, 7d; 24h if not told.", valueName: "LENGTH"),
        transform: ArgumentText.windowLength)
    var window: WindowLength?

    @Option(help: ArgumentHelp("Rank the articles of this section.", valueName: "SECTION"))
    var section: String?

    @Option(help: ArgumentHelp("Rows, in place of the profile's top or section_top.", valueName: "N"))
    var top: Int?

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func validate() throws {
        if let top { try ArgumentText.checkTop(top) }
        guard (days == nil) != (at == nil) else {
            throw ValidationError(
                days == nil
                    ? "nothing is asked for; name a day, such as 2026-03-02, or a time: --at \"2026-03-02 15:00\""
                    : "a day and --at are two questions; name one of them")
        }
        guard window == nil || at != nil else {
            throw ValidationError(
                "--window: a day has its own length; name the window's end with --at, or leave it out")
        }
    }

    func run() throws {
        var options = history.options
        options.top = top
        if let at {
            try Answer.print(HistoryQuery.rank(at: at, window ?? .day, section: section, as: output.form, options))
        } else if let days {
            try Answer.print(
                HistoryQuery.rank(days.days, isRange: days.isRange, section: section, as: output.form, options))
        }
    }
}

struct Windows: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the rankings of all windows of a day, one each step, as CSV.",
        discussion: """
            Windows end at multiples of the step from local midnight, the last one at the day's end. Rows of the whole site \
            have no section; those of sections follow.
            """)

    @Argument(help: ArgumentHelp("Such as 2026-03-02.", valueName: "DAY"), transform: ArgumentText.day)
    var day: CalendarDay

    @Option(
        help: ArgumentHelp("How long each window is: 90m, 24h, 7d.", valueName: "LENGTH"),
        transform: ArgumentText.windowLength)
    var window = WindowLength.hour

    @Option(
        help: ArgumentHelp("How far apart windows end: 10m, 1h.", valueName: "LENGTH"),
        transform: ArgumentText.windowLength)
    var step = WindowLength.hour

    @Option(help: ArgumentHelp("Rows of this section alone.", valueName: "SECTION"))
    var section: String?

    @Option(help: ArgumentHelp("Rows of each, in place of the profile's top or section_top.", valueName: "N"))
    var top: Int?

    @OptionGroup var history: HistoryArguments

    func validate() throws {
        if let top { try ArgumentText.checkTop(top) }
        guard step.minutes <= WindowLength.day.minutes else {
            throw ValidationError("--step \(step): no window would end on the day; name 24h or less")
        }
    }

    func run() throws {
        var options = history.options
        options.top = top
        var asked = HistoryQuery.Windows(day)
        asked.length = window
        asked.step = step
        asked.section = section
        if case .failure(let failure) = HistoryQuery.windows(asked, options) { throw ExitCode(failure.status.rawValue) }
    }
}
