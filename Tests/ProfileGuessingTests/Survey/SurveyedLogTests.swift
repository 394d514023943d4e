import LogReading
import TestSupport
import Testing

@testable import ProfileGuessing

@Suite("A log that is surveyed")
struct SurveyedLogTests {
    /// Long enough that its format is known before it ends.
    private static let lines = 3000

    @Test("All its lines are read in the format that it shows", arguments: LogFormat.named)
    func formats(format: LogFormat) throws {
        let scratch = try ScratchFolder()
        // The example of a log that names its fields is that line; requests come behind it.
        let request = "2026-03-01 21:25:24 203.0.113.7 GET /politics/a - 200 Firefox/1"
        let (head, line) = format == .w3c ? (format.example + "\n", request) : ("", format.example)
        let text = head + String(repeating: line + "\n", count: Self.lines)
        let file = try scratch.file("access.log", Array(text.utf8))
        var survey = SiteSurvey()
        let log = SurveyedLog(try LogInput(opening: file), into: &survey)
        #expect(log.format == format)
        #expect(log.fittingLines == Self.lines)
        #expect(log.lines == Self.lines)
        #expect(!log.isCutShort)
    }

    @Test("Lines of no format are none that fit, and the survey ends where it was told to")
    func unfit() throws {
        let scratch = try ScratchFolder()
        let text = "junk\n" + LogFormat.caddy.example + "\n" + String(repeating: "junk\n", count: 10)
        var survey = SiteSurvey()
        let log = SurveyedLog(
            try LogInput(opening: try scratch.file("access.log", Array(text.utf8))), into: &survey, mostLines: 7)
        #expect(log.format == .caddy)
        #expect(log.fittingLines == 1)
        #expect(log.lines == 7)
        #expect(log.isCutShort)
    }
}
