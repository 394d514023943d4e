import Foundation
import Glibc
import LogReading
import ProfileGuessing
import Reporting
import SiteProfile

/// `accessrank init`: a first profile from what some logs show.
public enum ProfileInit {
    /// What was asked for.
    public struct Options: Sendable {
        /// Paths of logs, `-` for standard input.
        public var logs: [String] = []
        /// The file to write; nil for standard output.
        public var output: String?
        /// Replace a file that is there.
        public var force = false

        public init() {}
    }

    /// Reads the beginnings of the logs, and writes the profile.
    public static func run(_ options: Options) -> Result<Void, ExitFailure> {
        let console = Console(isQuiet: false)
        do throws(RunError) {
            try write(try draft(options, console), options)
            return .success(())
        } catch {
            console.error(error.message)
            return .failure(ExitFailure(status: error.status))
        }
    }

    private static func draft(_ options: Options, _ console: Console) throws(RunError) -> ProfileDraft {
        if let output = options.output { try checkNothingIsThere(output, options) }
        var process = ProcessOptions()
        process.logs = options.logs
        let inputs = try InputSet(process, Profile(), console: console, isReadOnce: true).inputs
        var survey = SiteSurvey()
        let logs = inputs.map { SurveyedLog($0, into: &survey) }
        for log in logs {
            if let trouble = log.trouble {
                let rest =
                    log.lines > 0
                    ? "the profile rests on the \(Figures.count(log.lines, "line", "lines")) before; fetch it again for more"
                    : "no line before that was read; fetch it again"
                console.warning("\(trouble); \(rest)")
            }
        }
        let unfit = logs.filter { $0.format == nil && $0.lines > 0 }.map(\.name)
        guard survey.fittingLines > 0 else {
            throw RunError(
                .badInput,
                "\(logs.map(\.name).joined(separator: ", ")): no line fits any log format, so nothing can be guessed; "
                    + "no profile was written; check that these are access logs")
        }
        for name in unfit {
            console.warning(
                "\(name): no line fits any log format; the profile rests on the other logs; check what it is")
        }
        return ProfileDraft(
            survey, logs: logs, system: TimeZone.current.identifier, names: options.logs.map { place($0, options) })
    }

    /// A log's name as it is seen from the profile's folder.
    private static func place(_ name: String, _ options: Options) -> String {
        guard name != LogInput.standardInputName, !name.hasPrefix("/"), let output = options.output,
            output.contains("/")
        else { return name }
        return FileManager.default.currentDirectoryPath + "/" + name
    }

    private static func checkNothingIsThere(_ path: String, _ options: Options) throws(RunError) {
        var status = stat()
        guard !options.force, lstat(path, &status) == 0 else { return }
        throw RunError(
            .cannotCreate,
            "\(path): is there already, and was left as it is; name another file, or replace it with --force")
    }

    private static func write(_ draft: ProfileDraft, _ options: Options) throws(RunError) {
        let bytes = Array(draft.text.utf8)
        do throws(ReportError) {
            if let output = options.output {
                try OutputFile.write(bytes, to: output)
            } else {
                try OutputFile.writeToStandardOutput(bytes)
            }
        } catch {
            throw RunError(error)
        }
    }
}
