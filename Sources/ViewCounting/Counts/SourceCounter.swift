public import LogReading

/// The map step: counts one source after the other, on one thread.
public struct SourceCounter: ~Copyable {
    private var judge: LineJudge
    private let rules: CountingRules
    private let keys: VisitorKeys
    private var sources: [Int: SourceCounts] = [:]
    private var clients = ClientSample()

    /// - Parameter keys: Equal for all workers of a run.
    public init(_ rules: CountingRules, keys: VisitorKeys) {
        judge = LineJudge(rules, keys: keys)
        self.rules = rules
        self.keys = keys
    }

    public func finish() -> WorkerCounts {
        WorkerCounts(
            sources: sources, table: judge.targets.table, fittingPatterns: judge.targets.fittingPatterns,
            unmatchedShapes: judge.targets.unmatched.counts, clients: clients)
    }

    /// Counts a log and keeps the result under `number`, unless it throws.
    ///
    /// - Parameters:
    ///   - layout: Nil to find it from the log's first lines.
    ///   - isCut: The stream ends before the log does, so that its last line may be a part of one.
    ///   - spareThreads: One of them reads ahead.
    ///   - progress: Is told the lines of each block that was counted.
    /// - Throws: What `LogStream.read` throws, or `.changed`; nothing of the log is kept then.
    public mutating func count(
        _ stream: LogStream, as number: Int, layout: LogLayout?, isCut: Bool = false,
        helpedBy spareThreads: SpareThreads? = nil,
        progress: (_ lines: Int) -> Void = { _ in }
    ) throws(LogReadError) {
        var nobody = NoLineNotes()
        try count(stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, notes: &nobody, progress)
    }

    /// The same, and puts aside the lines that could not be read.
    ///
    /// - Throws: As above, and `.io` where lines cannot be put aside.
    public mutating func count(
        _ stream: LogStream, as number: Int, layout: LogLayout?, isCut: Bool = false,
        helpedBy spareThreads: SpareThreads? = nil,
        rejecting rejected: inout RejectedLines, progress: (_ lines: Int) -> Void = { _ in }
    ) throws(LogReadError) {
        try count(stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, notes: &rejected, progress)
        if let failure = rejected.failure { throw failure }
    }

    /// The same, and has every line looked at again.
    ///
    /// - Throws: As the first; what the examiner has noted is of no use then.
    public mutating func count(
        _ stream: LogStream, as number: Int, layout: LogLayout?, isCut: Bool = false,
        helpedBy spareThreads: SpareThreads? = nil,
        examining examiner: inout LogExaminer, progress: (_ lines: Int) -> Void = { _ in }
    ) throws(LogReadError) {
        try count(stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, notes: &examiner, progress)
    }

    private mutating func count(
        _ stream: LogStream, as number: Int, layout: LogLayout?, isCut: Bool, helpedBy spareThreads: SpareThreads?,
        notes: inout some LineNotes, _ progress: (_ lines: Int) -> Void
    ) throws(LogReadError) {
        let reader = LineBlockReader(stream, keepsUnfinishedLine: !isCut, helpedBy: spareThreads)
        var tally = SourceTally(rules, keys: keys)
        let beginning = layout == nil ? try readUndecided(reader, into: &tally, notes: &notes) : nil
        let held = beginning?.held ?? []
        let decided = layout ?? beginning?.evidence.verdict
        if let decided { notes.begin(decided) }
        switch decided {
        case nil: break
        case .standard(let format):
            try countRest(held, of: reader, parsedBy: RequestParser(format), into: &tally, notes: &notes, progress)
        case .serverFormat(let format):
            try countRest(held, of: reader, parsedBy: ServerFormatParser(format), into: &tally, notes: &notes, progress)
        case .w3c(let layout):
            try countRest(held, of: reader, parsedBy: W3CParser(layout), into: &tally, notes: &notes, progress)
        case .amazon(let log):
            try countRest(held, of: reader, parsedBy: AmazonLogParser(log), into: &tally, notes: &notes, progress)
        case .json(let layout):
            try countRest(held, of: reader, parsedBy: JSONLineParser(layout), into: &tally, notes: &notes, progress)
        }
        try stream.checkUnchanged()
        tally.timeless[.oversize] += reader.droppedOversizeLines
        sources[number] = SourceCounts(
            identity: stream.identity, record: stream.record, knownBeginnings: stream.knownBeginnings,
            format: decided?.format, evidence: beginning?.evidence,
            lines: tally.lines, timeless: tally.timeless,
            days: tally.days.map {
                $0.finished(format: decided?.format ?? .combined, verdicts: judge.verdicts.verdicts)
            },
            malformedSamples: tally.malformedSamples,
            fields: tally.fields,
            garbageOffset: stream.garbageOffset)
        clients += tally.clients
    }

    /// One parser for what was held back and for the rest: some know from one line how to read the next.
    ///
    /// - Parameter held: Blocks that have been read.
    private mutating func countRest(
        _ held: [[UInt8]], of reader: LineBlockReader, parsedBy firstParser: some LineParsing,
        into tally: inout SourceTally, notes: inout some LineNotes, _ progress: (_ lines: Int) -> Void
    ) throws(LogReadError) {
        var parser = firstParser
        for (number, block) in held.enumerated() {
            notes.recall(number)
            _ = block.withByteView { judge.judge($0, parsedBy: &parser, into: &tally, notes: &notes) }
        }
        notes.recall(nil)
        while true {
            let lines = try reader.withNextLines(telling: &notes) { block, notes in
                judge.judge(block, parsedBy: &parser, into: &tally, notes: &notes)
            }
            guard let lines else { return }
            progress(lines)
        }
    }

    /// The beginning of a log: as much as shows its format.
    private struct Beginning {
        var held: [[UInt8]] = []
        var evidence: FormatEvidence
    }

    /// Reads as far as the format needs to be known.
    ///
    /// A block in which no line fits any format is counted at once: its lines are malformed whatever the format is.
    /// Only blocks with the up to 100 fitting lines that decide are held.
    private mutating func readUndecided(
        _ reader: LineBlockReader, into tally: inout SourceTally, notes: inout some LineNotes
    ) throws(LogReadError) -> Beginning {
        var anyParser = RequestParser(.combined)
        var detector = FormatDetector(session: rules.session, clock: rules.calendar.localClock)
        var held: [[UInt8]] = []
        while !detector.isDecided {
            let block = try reader.withNextLines(telling: &notes) { block, notes -> [UInt8] in
                if detector.consider(block: block) { return block.bytes }
                judge.judge(block, parsedBy: &anyParser, into: &tally, notes: &notes)
                return []
            }
            guard let block else { break }
            guard !block.isEmpty else { continue }
            held.append(block)
            notes.keepBack()
        }
        return Beginning(held: held, evidence: detector.evidence)
    }
}
