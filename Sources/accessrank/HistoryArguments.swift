import ArgumentParser
import NightlyRun
import Reporting
import ViewCounting

/// The options that all commands about the history have.
struct HistoryArguments: ParsableArguments {
    @Option(help: ArgumentHelp("The site's profile.", valueName: "site.yaml"), completion: .profile)
    var profile: String?

    @Option(
        help: ArgumentHelp(
            "The file of the history, in place of the profile's or of accessrank.sqlite.", valueName: "FILE"),
        completion: .file())
    var history: String?

    var options: HistoryOptions {
        var options = HistoryOptions()
        options.profile = profile
        options.history = history
        return options
    }
}

/// The form in which a command answers.
struct FormArguments: ParsableArguments {
    @Option(
        name: .customLong("as"), help: ArgumentHelp("md, csv or json.", valueName: "FORM"),
        completion: .form(of: RankOutput.Form.self), transform: ArgumentText.form)
    var form = RankOutput.Form.markdown
}

/// The options of commands that write reports.
struct UpkeepArguments: ParsableArguments {
    @OptionGroup var history: HistoryArguments

    @Option(
        help: ArgumentHelp("The folder of the reports, in place of the profile's.", valueName: "DIR"),
        completion: .directory)
    var reports: String?

    @Option(
        help: ArgumentHelp("The time to take for now, such as 2026-03-03T04:00:00Z.", valueName: "TIME"),
        transform: ArgumentText.instant)
    var now: Int64?

    var options: HistoryOptions {
        var options = history.options
        options.reports = reports
        options.now = now
        return options
    }
}

/// Prints what a command answers, or ends with its exit status.
enum Answer {
    static func print(_ answer: Result<[UInt8], ExitFailure>) throws {
        switch answer {
        case .success(let bytes):
            if case .failure(let failure) = CommandAnswer.write(bytes) { throw ExitCode(failure.status.rawValue) }
        case .failure(let failure): throw ExitCode(failure.status.rawValue)
        }
    }

    static func print(_ answer: Result<String, ExitFailure>) throws {
        try print(answer.map { Array($0.utf8) })
    }
}
