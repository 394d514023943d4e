import Foundation
import ProgramTestSupport
import Testing

/// Each message that the program can write to a user is told by a case, and stands on a page.
@Suite("Errors")
struct ErrorTests {
    /// What is said elsewhere than on standard error, and where that is tested.
    private static let notForErrors = [
        "ProfileGuessing/": "what init writes: ProfileGuessingTests",
        "Reporting/Check/": "what check writes: ReportingTests",
        "Reporting/Comparison/": "what compare writes: ReportingTests",
        "Reporting/Course/": "what article writes: ReportingTests",
        "Reporting/Movers/": "what movers writes: ReportingTests",
        "Reporting/Trends/": "what trending writes: the case trending",
        "Reporting/Why/": "what why writes: the case why",
        "Reporting/CSV/": "reports: ReportingTests",
        "Reporting/JSON/": "reports: ReportingTests",
        "Reporting/Markdown/": "reports: ReportingTests",
        "Reporting/Rank/R": "rankings: ReportingTests",
        "Reporting/Windows/": "rankings: ReportingTests",
        "Reporting/Text/": "listings: ReportingTests",
        "LogReading/Requests/Detection/": "what check writes: LogReadingTests",
        "LogReading/Requests/Diagnosis/": "what check writes: LogReadingTests",
        "History/Blobs/": "what is in the brackets of a damaged history: HistoryTests",
        "History/Migration/": "the same of an older history: HistoryTests",
        "History/Places/": "what is in the brackets of a damaged history: HistoryTests",
        "History/Schema.swift": "names of steps, which nobody is told",
        "NightlyRun/RunResultText.swift": "what a terminal shows: TerminalTests",
        "ViewCounting/Views/RobotList+": "names of robots: ViewCountingTests",
        "ViewCounting/Counts/LineVerdict.swift": "what why writes: the case why",
        "ViewCounting/Views/SiteFiles.swift": "endings of names",
        "ViewCounting/Views/AgentVerdict.swift": "what check writes: ViewCountingTests",
        "LogSynthesis/": "loggen",
        "loggen/": "loggen",
    ]

    /// By file below `Sources`.
    private static let sentences: [(file: String, sentences: [String])] = {
        let root = ErrorPage.project.appendingPathComponent("Sources").path
        let names = (FileManager.default.subpaths(atPath: root) ?? []).sorted().filter { name in
            name.hasSuffix(".swift") && !notForErrors.keys.contains { name.hasPrefix($0) }
        }
        return names.map { name in
            let text = (try? String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)) ?? ""
            return (name, SwiftSentences(text).sentences)
        }
    }()

    private static let told = ToldError.all(in: Case.all)

    /// All that the cases have the program write, and its help.
    private func corpus() throws -> String {
        var text = Case.all.map { test in
            ["stdout", "stderr"].map { String(decoding: test.recorded($0), as: UTF8.self) }.joined(separator: "\n")
        }
        let help = try Program.accessrank(["--help"]).run(in: Scratch()).output
        let commands = help.matches(of: /(?m)^  ([a-z]+)  +[A-Z]/).map { String($0.1) }
        #expect(commands.count >= 10)
        text.append(help)
        for command in commands {
            text.append(try Program.accessrank([command, "--help"]).run(in: Scratch()).output)
        }
        return SwiftSentences.normalized(text.joined(separator: "\n"))
    }

    @Test("Each sentence of the program is said in a case, or the page says why none can have it said")
    func everySentenceIsSaid() throws {
        let corpus = try corpus()
        let excused = try ErrorPage().sentencesWithoutCase
        #expect(Self.sentences.flatMap(\.sentences).count > 300)
        for (file, sentences) in Self.sentences {
            for sentence in sentences where !corpus.contains(sentence) && !excused.contains(sentence) {
                Issue.record("Sources/\(file): no case has it say: \(sentence)")
            }
        }
    }

    @Test("A sentence without a case is one of the program's, and none that a case says")
    func excusesHold() throws {
        let corpus = try corpus()
        let sentences = Set(Self.sentences.flatMap(\.sentences))
        for sentence in try ErrorPage().sentencesWithoutCase {
            #expect(sentences.contains(sentence), "it is said nowhere")
            #expect(!corpus.contains(sentence), "a case has it said")
        }
    }

    @Test("What is set aside as no error is there to be set aside")
    func asidesHold() {
        let names = FileManager.default.subpaths(atPath: ErrorPage.project.appendingPathComponent("Sources").path) ?? []
        for beginning in Self.notForErrors.keys.sorted() {
            #expect(names.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
    }

    @Test("A message says what is wrong, and then what to do")
    func everyMessageHasARemedy() {
        #expect(Self.told.count > 200)
        for error in Self.told where !error.isOfThePackage {
            #expect(error.hasRemedy, "\(error.test): \(error.message)")
        }
    }

    @Test("The page has each message once, with a case and the exit status")
    func page() throws {
        let examples = ErrorPage.examples(of: Self.told, sentences: Set(Self.sentences.flatMap(\.sentences)))
        let text = ErrorPage.text(of: examples)
        #expect(examples.count > 80)
        let page = try ErrorPage()
        guard text != page.made else { return }
        if ProcessInfo.processInfo.environment["ACCESSRANK_RECORD"] == "1" {
            try page.with(text).write(to: ErrorPage.file, atomically: true, encoding: .utf8)
        }
        Issue.record("docs/errors.md is not what the cases tell; ACCESSRANK_RECORD=1 swift test writes it")
    }
}
