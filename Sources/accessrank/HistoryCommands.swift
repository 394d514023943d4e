import ArgumentParser
import NightlyRun
import Reporting
import ViewCounting

struct Days: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the days of the history: state, version, sources, lines, views, and what was last restated.")

    @OptionGroup var history: HistoryArguments

    func run() throws { try Answer.print(HistoryQuery.days(history.options)) }
}

struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what became of each line that asks for an article on a day: the reason behind its number.",
        discussion: """
            By outcome, by the rule that decided it, and by log; the sum is checked against the rankings. While a day is open \
            all of it is known; of a closed day the views are left.
            """)

    @Argument(help: ArgumentHelp("Its key as in the reports, its path, or its address.", valueName: "KEY|PATH|URL"))
    var article: String

    @Option(help: ArgumentHelp("The day, such as 2026-03-02.", valueName: "DAY"), transform: ArgumentText.day)
    var date: CalendarDay

    @OptionGroup var output: FormArguments

    @OptionGroup var history: HistoryArguments

    func run() throws { try Answer.print(HistoryQuery.why(article, on: date, as: output.form, history.options)) }
}

struct Sources: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the logs that were met: number, name, state, lines, days, when.")

    @OptionGroup var history: HistoryArguments

    func run() throws { try Answer.print(HistoryQuery.sources(history.options)) }
}

struct Forget: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take a log's lines out of the history again, and restate its open days.",
        discussion: "What it brought to closed days stays. The log can be counted again afterwards.")

    @Argument(help: "The log's name as `accessrank sources` lists it, or its number.")
    var source: String

    @OptionGroup var arguments: UpkeepArguments

    func run() throws { try Answer.print(HistoryUpkeep.forget(source, arguments.options)) }
}

struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Count open days again from their click runs, and rewrite the reports.")

    @Argument(help: "One day; else all.", transform: ArgumentText.day)
    var day: CalendarDay?

    @OptionGroup var arguments: UpkeepArguments

    func run() throws { try Answer.print(HistoryUpkeep.rebuild(day, arguments.options)) }
}

struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove old days from the history for good; its file shrinks.",
        discussion: "Reports that were written stay where they are. Later lines of removed days are late.")

    @Option(help: ArgumentHelp("The first day that is kept.", valueName: "DAY"), transform: ArgumentText.day)
    var before: CalendarDay

    @OptionGroup var arguments: UpkeepArguments

    func run() throws { try Answer.print(HistoryUpkeep.purge(before: before, arguments.options)) }
}
