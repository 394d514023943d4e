public import LogReading

/// The first lines of one log, added to a survey.
public struct SurveyedLog: Sendable {
    public let name: String
    /// Nil where no line fits any format.
    public let format: LogFormat?
    /// Lines looked at, and how many of them fit.
    public let lines: Int
    public let fittingLines: Int
    /// Whether the log goes on behind the lines that were looked at.
    public let isCutShort: Bool
    /// Why nothing behind these lines could be read; nil where there was no trouble.
    public let trouble: LogReadError?

    /// How many lines of each log are looked at: some tens of megabytes, a second or two.
    public static let mostLines = 200_000

    /// Reads the beginning of a log.
    ///
    /// Trouble does not end it: what was read before is part of the survey, and is enough for a guess.
    public init(_ input: LogInput, into survey: inout SiteSurvey, mostLines: Int = SurveyedLog.mostLines) {
        name = input.name
        let before = (fitting: survey.fittingLines, other: survey.otherLines)
        var reader = SurveyReader(input, mostLines: mostLines)
        trouble = reader.read(into: &survey)
        format = reader.format
        fittingLines = survey.fittingLines - before.fitting
        lines = fittingLines + survey.otherLines - before.other
        isCutShort = reader.isCutShort
    }
}

/// Reads blocks of lines; holds those back that cannot be read before the format is known.
private struct SurveyReader {
    private let reader: LineBlockReader
    private let mostLines: Int
    private var detector = FormatDetector()
    private var seenLines = 0
    private(set) var isCutShort = false

    init(_ input: LogInput, mostLines: Int) {
        reader = LineBlockReader(LogStream(input))
        self.mostLines = mostLines
    }

    var format: LogFormat? { detector.verdict?.format }

    /// - Returns: Why nothing further could be read; nil at the end of the log, or where enough has been seen.
    mutating func read(into survey: inout SiteSurvey) -> LogReadError? {
        var held: [[UInt8]] = []
        var anyParser = RequestParser(.combined)
        var trouble: LogReadError?
        func next() -> [UInt8]? {
            do throws(LogReadError) {
                return try reader.withNextBlock { $0.bytes }
            } catch {
                trouble = error
                return nil
            }
        }
        while !detector.isDecided, !isCutShort, let block = next() {
            let decides = block.withByteView { detector.consider(block: $0) }
            if decides { held.append(block) } else { note(block, parsedBy: &anyParser, into: &survey) }
        }
        var parser = (detector.verdict ?? .standard(.combined)).makeParser()
        for block in held { note(block, parsedBy: &parser, into: &survey) }
        while trouble == nil, !isCutShort, let block = next() { note(block, parsedBy: &parser, into: &survey) }
        return trouble
    }

    private mutating func note(
        _ block: [UInt8], parsedBy parser: inout some LineParsing, into survey: inout SiteSurvey
    ) {
        block.withByteView { block in
            parser.beginBlock()
            var start = 0
            while start < block.count {
                if seenLines >= mostLines { return isCutShort = true }
                let end = block.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? block.count
                let line = LogLine.content(of: block, start..<end)
                start = end + 1
                if line.isEmpty { continue }
                seenLines += 1
                if line.count > LineBlockReader.maximumLineBytes {
                    survey.noteOtherLine()
                } else if let request = parser.parse(block, line) {
                    survey.note(request, line: block[line])
                } else if !parser.isDirective(block, line) {
                    survey.noteOtherLine()
                }
            }
        }
    }
}
