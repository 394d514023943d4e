/// Patterns that are tried in order, laid out for being compared with many paths.
///
/// Numbers that lie side by side, instead of arrays in arrays: trying a pattern counts no references, which cost more than the
/// comparison.
final class PatternList: Sendable {
    struct Pattern {
        /// Places in `runs`.
        let runs: Range<Int>
        /// How many segments a path has at least.
        let segmentCount: Int
        /// Whether it is the pattern `/`.
        let isRoot: Bool
    }

    struct Segment {
        /// Places in `pieces`.
        let pieces: Range<Int>
        /// How many bytes the pieces of a fixed length take.
        let fixedLength: Int
        /// How many pieces take one or more bytes.
        let openPieces: Int
    }

    /// What a token of a pattern is here.
    enum Piece: Equatable {
        /// The bytes at these places of `texts`.
        case text(Range<Int>)
        case anyBytes
        case capture(Placeholder)

        /// How many bytes it takes, or nil for one or more.
        var fixedLength: Int? {
            switch self {
            case .text(let places): places.count
            case .capture(let placeholder): placeholder.digits
            case .anyBytes: nil
            }
        }
    }

    let patterns: [Pattern]
    /// Places in `segments`.
    let runs: [Range<Int>]
    let segments: [Segment]
    let pieces: [Piece]
    let texts: [UInt8]

    convenience init(_ patterns: [PathPattern]) {
        self.init(patterns.map(\.runs))
    }

    /// - Parameter patterns: The runs of each pattern.
    init(_ patterns: [[[PathPattern.Segment]]]) {
        var runs: [Range<Int>] = []
        var segments: [Segment] = []
        var pieces: [Piece] = []
        var texts: [UInt8] = []
        func piece(_ token: PathPattern.Token) -> Piece {
            switch token {
            case .anyBytes: return .anyBytes
            case .capture(let placeholder): return .capture(placeholder)
            case .text(let text):
                texts += text
                return .text(texts.count - text.count..<texts.count)
            }
        }
        func add(_ segment: PathPattern.Segment) {
            let new = segment.tokens.map(piece)
            let lengths = new.compactMap(\.fixedLength)
            pieces += new
            segments.append(
                Segment(
                    pieces: pieces.count - new.count..<pieces.count, fixedLength: lengths.reduce(0, +),
                    openPieces: new.count - lengths.count))
        }
        self.patterns = patterns.map { pattern in
            for run in pattern {
                run.forEach(add)
                runs.append(segments.count - run.count..<segments.count)
            }
            return Pattern(
                runs: runs.count - pattern.count..<runs.count, segmentCount: pattern.joined().count,
                isRoot: pattern == [[]])
        }
        self.runs = runs
        self.segments = segments
        self.pieces = pieces
        self.texts = texts
    }
}
