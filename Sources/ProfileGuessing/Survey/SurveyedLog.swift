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
        do throws(LogReadError) {
            try reader.read(into: &survey)
            trouble = nil
        } catch {
            reader.settle(into: &survey)
            trouble = error
        }
        format = reader.format
        fittingLines = survey.fittingLines - before.fitting
        lines = fittingLines + survey.otherLines - before.other
        isCutShort = reader.isCutShort
    }
}

/// Reads blocks of lines; holds them back until the format is known.
private struct SurveyReader {
    private let reader: LineBlockReader
    private let mostLines: Int
    private var detector = FormatDetector()
    private var held: [[UInt8]] = []
    private var seenLines = 0
    private(set) var isCutShort = false

    /// Blocks in which a format is looked for; a log that shows none in 64 MiB is none.
    private static let mostHeldBlocks = 1024

    init(_ input: LogInput, mostLines: Int) {
        reader = LineBlockReader(LogStream(input))
        self.mostLines = mostLines
    }

    var format: LogFormat? { detector.verdict?.format }

    mutating func read(into survey: inout SiteSurvey) throws(LogReadError) {
        while !detector.isDecided, held.count < SurveyReader.mostHeldBlocks,
            let block = try reader.withNextBlock({ $0.bytes })
        {
            block.withByteView { detector.consider(block: $0) }
            held.append(block)
        }
        var parser = settle(into: &survey)
        guard format != nil else { return }
        while !isCutShort, let block = try reader.withNextBlock({ $0.bytes }) {
            note(block, parsedBy: &parser, into: &survey)
        }
    }

    /// Notes what was held back.
    ///
    /// - Returns: The parser that goes on.
    @discardableResult
    mutating func settle(into survey: inout SiteSurvey) -> any LineParsing {
        var parser = detector.verdict?.makeParser() ?? RequestParser(.combined)
        for block in held { note(block, parsedBy: &parser, into: &survey) }
        held = []
        return parser
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
