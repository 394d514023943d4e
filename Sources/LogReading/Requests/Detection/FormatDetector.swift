/// Finds a log's format from its first lines: the most specific of those that the most of its first 100 fitting lines fit.
public struct FormatDetector {
    /// Lines that fit some format, so far.
    public private(set) var fittingLines = 0
    /// Lines looked at: neither blank nor oversize.
    private var consideredLines = 0
    private var directiveLines = 0
    private var attempts: [Attempt]
    private var blocksOfDirectives = 0

    /// How many fitting lines decide; where none fits, as many that declare the format.
    public static let decidingLines = 100
    /// Blocks that hold nothing but directives and junk are kept up to here; nobody's log begins with so many.
    private static let mostBlocksOfDirectives = 64

    /// How the lines went with one format.
    private struct Attempt {
        let candidate: FormatCandidate
        var parser: any LineParsing
        var fits = 0
        var directives = 0
        var declarations = 0

        init(_ candidate: FormatCandidate) {
            self.candidate = candidate
            parser = candidate.layout.makeParser()
        }
    }

    /// - Parameters:
    ///   - session: The cookie that visitors are told by, where lines have it; nil for none.
    ///   - clock: Reads times that are logged without their zone.
    public init(session: String? = nil, clock: LocalClock = .utc) {
        attempts = FormatCandidate.all(session: session, clock: clock).map { Attempt($0) }
    }

    public var isDecided: Bool {
        fittingLines >= FormatDetector.decidingLines
            || fittingLines == 0 && attempts.contains { $0.declarations >= FormatDetector.decidingLines }
    }

    /// The layout of the lines considered; nil where none fits any format, and none declares one.
    public var verdict: LogLayout? { best?.candidate.layout }

    private var best: Attempt? {
        func first(with count: (Attempt) -> Int) -> Attempt? {
            guard let most = attempts.map(count).max(), most > 0 else { return nil }
            return attempts.first { count($0) == most }
        }
        return first { $0.fits } ?? first { $0.declarations }
    }

    /// Considers the lines of a block until the format is decided.
    ///
    /// - Returns: Whether the outcome of a line of the block depends on the format. If not, all its lines are blank,
    ///   oversize or malformed in whatever format the log is.
    @discardableResult
    public mutating func consider(block: ByteView) -> Bool {
        for index in attempts.indices { attempts[index].parser.beginBlock() }
        let before = (fitting: fittingLines, directives: directiveLines)
        var start = 0
        while start < block.count, !isDecided {
            let end = block.firstIndex(of: lineFeed, from: start) ?? block.count
            if end - start <= LineBlockReader.maximumLineBytes {
                consider(LogLine.content(of: block, start..<end), of: block)
            }
            start = end + 1
        }
        if fittingLines > before.fitting { return true }
        guard directiveLines > before.directives else { return false }
        blocksOfDirectives += 1
        return blocksOfDirectives <= FormatDetector.mostBlocksOfDirectives
    }

    private mutating func consider(_ line: Range<Int>, of block: ByteView) {
        if line.isEmpty { return }
        consideredLines += 1
        var fitsAny = false
        var isDirective = false
        for index in attempts.indices {
            let candidate = attempts[index].candidate
            guard candidate.seemsToFit(block[line]) else { continue }
            if let request = attempts[index].parser.parse(block, line) {
                guard candidate.isWhole(request) else { continue }
                attempts[index].fits += 1
                fitsAny = true
            } else if attempts[index].parser.isDirective(block, line) {
                isDirective = true
                attempts[index].directives += 1
                if candidate.declares(block[line]) { attempts[index].declarations += 1 }
            }
        }
        if fitsAny { fittingLines += 1 }
        if isDirective, !fitsAny { directiveLines += 1 }
    }

    /// What the verdict rests on.
    public var evidence: FormatEvidence {
        let fits = attempts.filter { $0.fits > 0 }.map {
            FormatEvidence.Fit(format: $0.candidate.format, lines: $0.fits)
        }
        let rivals = best.map { best in
            self.rivals(of: best).map { FormatEvidence.Rival(format: $0, to: best.candidate.format) }
        }
        // In a log of a format that has none, a line that looks like a directive is one that does not fit.
        let directives = best?.directives ?? 0
        return FormatEvidence(
            lines: consideredLines - directives, directives: directives, fittingLines: fittingLines, fits: fits,
            verdict: verdict, rivals: rivals ?? [])
    }

    /// Formats of another grammar that as many lines fit, one of each grammar.
    ///
    /// A line without referrer and agent fits the shorter form of the same grammar as a matter of course.
    private func rivals(of best: Attempt) -> [LogFormat] {
        var grammars = [best.candidate.format.form(combined: true)]
        var rivals: [LogFormat] = []
        for attempt in attempts where best.fits > 0 && attempt.fits == best.fits {
            let grammar = attempt.candidate.format.form(combined: true)
            if grammars.contains(grammar) { continue }
            grammars.append(grammar)
            rivals.append(attempt.candidate.format)
        }
        return rivals
    }
}
