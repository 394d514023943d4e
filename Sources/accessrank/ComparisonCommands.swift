import ArgumentParser
import NightlyRun
import Reporting
import ViewCounting

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Set two rankings side by side, and tell how alike they are.",
        discussion: """
            A is what was, B what is: a day (2026-03-02), a range (2026-03-01..2026-03-07) or a week (2026-W10). Shown are the \
            articles of both tops, with rank, views and share then and now. How alike the lists are is told by the articles \
            that are in both, and by the rank-biased overlap, for which the first ranks weigh most.
            """)

    @Argument(help: ArgumentHelp("What was.", valueName: "A"), transform: ArgumentText.period)
    var then: DayPeriod

    @Argument(help: ArgumentHelp("What is.", valueName: "B"), transform: ArgumentText.period)
    var now: DayPeriod

    @Option(help: ArgumentHelp("Compare the rankings of this section.", valueName: "SECTION"))
    var section: String?

    @Option(help: ArgumentHelp("Rows of each, in place of the profile's top or section_top.", valueName: "N"))
    var top: Int?

    @Option(
        name: .customLong("p"),
        help: ArgumentHelp("The weight of each rank, of that of the one before it: 0 to below 1.", valueName: "P"))
    var persistence = 0.9

    @Flag(help: "Count only the hours of the clock in which all days have lines.")
    var sameHours = false

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func validate() throws {
        if let top { try ArgumentText.checkTop(top) }
        guard HistoryQuery.Comparing.persistences.contains(persistence) else {
            throw ValidationError(
                "--p \(persistence): no such weight of a rank; name a number from 0 to below 1, such as 0.9")
        }
    }

    func run() throws {
        var question = HistoryQuery.Comparing(then, now)
        question.section = section
        question.top = top
        question.persistence = persistence
        question.sameHours = sameHours
        question.form = output.form
        try Answer.print(HistoryQuery.compare(question, history.options))
    }
}

struct Movers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what climbed and fell most against the day before, what is new, and what is gone.")

    @Argument(help: ArgumentHelp("Such as 2026-03-02.", valueName: "DAY"), transform: ArgumentText.day)
    var day: CalendarDay

    @Option(help: ArgumentHelp("Look at the ranking of this section.", valueName: "SECTION"))
    var section: String?

    @Option(help: ArgumentHelp("Articles in each list at the most.", valueName: "N"))
    var top = 10

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func validate() throws { try ArgumentText.checkTop(top) }

    func run() throws {
        try Answer.print(HistoryQuery.movers(day, section: section, top: top, as: output.form, history.options))
    }
}

struct Article: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Show how an article did from day to day: rank, views, visitors, share, in the site and in its section.")

    @Argument(help: ArgumentHelp("Its key as in the reports, its path, or its address.", valueName: "KEY|PATH|URL"))
    var article: String

    @Option(
        help: ArgumentHelp("The first day, in place of the history's first.", valueName: "DAY"),
        transform: ArgumentText.day)
    var from: CalendarDay?

    @Option(
        help: ArgumentHelp("The last day, in place of the history's last.", valueName: "DAY"),
        transform: ArgumentText.day)
    var to: CalendarDay?

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func validate() throws {
        if let from, let to, from > to {
            throw ValidationError("--from \(from) is later than --to \(to); write the earlier day first")
        }
    }

    func run() throws {
        try Answer.print(HistoryQuery.course(of: article, from: from, to: to, as: output.form, history.options))
    }
}
