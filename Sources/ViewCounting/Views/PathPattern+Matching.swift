extension PathPattern {
    /// What the placeholders take from a canonical path, or nil if the pattern does not fit it.
    ///
    /// Of the many ways in which a pattern can fit, the one is chosen in which, from the left, each `**`, `*` and
    /// placeholder takes as little as it can, and `{slug}` as much as it can, such that the rest still fits.
    ///
    /// - Complexity: O(pieces of the pattern x bytes of the path), times the length of a text where it repeats itself.
    ///   What fits is decided from the right in a table, then taken from the left; there is no backtracking.
    public func match(path: [UInt8]) -> PathCaptures? {
        guard path.first == .slash else { return nil }
        let parts = path.count == 1 ? [] : path.dropFirst().split(separator: .slash, omittingEmptySubsequences: false)
        guard parts.isEmpty == segments.isEmpty, let starts = startsOfSegments(in: parts) else { return nil }
        var captures = PathCaptures()
        for (segment, start) in zip(segments, starts) {
            if case .tokens(let tokens) = segment { Self.take(tokens, from: parts[start], into: &captures) }
        }
        return captures
    }

    /// For each segment of the pattern the part of the path at which it begins, or nil if the pattern does not fit.
    private func startsOfSegments(in parts: [ArraySlice<UInt8>]) -> [Int]? {
        guard hasAnySegments else {
            let fits = segments.count == parts.count && zip(segments, parts).allSatisfy { $0.fits($1) }
            return fits ? Array(parts.indices) : nil
        }
        // [s, p]: the segments from s on fit the parts from p on.
        var fits = FitTable(rows: segments.count, columns: parts.count)
        for s in segments.indices.reversed() {
            if case .anySegments = segments[s] {
                fits.fillRow(s, shortest: 0)
            } else {
                for p in parts.indices where fits[s + 1, p + 1] { fits[s, p] = segments[s].fits(parts[p]) }
            }
        }
        guard fits[0, 0] else { return nil }
        var part = 0
        return segments.indices.map { s in
            let start = part
            if case .anySegments = segments[s] {
                while !fits[s + 1, part] { part += 1 }
            } else {
                part += 1
            }
            return start
        }
    }

    /// Hands out a part of a path to the tokens that fit it.
    private static func take(_ tokens: [Token], from part: ArraySlice<UInt8>, into captures: inout PathCaptures) {
        if tokens.count == 1, case .capture(let placeholder) = tokens[0] {
            captures[placeholder] = Array(part)
            return
        }
        let fits = FitTable(tokens, part)
        var from = 0
        for (t, token) in tokens.enumerated() {
            let ends = token.fixedLength.map { from + $0...from + $0 } ?? from + 1...max(from + 1, part.count)
            let fitting = ends.lazy.filter { fits[t + 1, $0] }
            guard let end = token == .capture(.slug) ? fitting.last : fitting.first else { return }
            if case .capture(let placeholder) = token {
                captures[placeholder] = Array(part.dropFirst(from).prefix(end - from))
            }
            from = end
        }
    }
}

extension PathPattern.Segment {
    /// Whether the segment fits this part of a path.
    fileprivate func fits(_ part: ArraySlice<UInt8>) -> Bool {
        guard case .tokens(let tokens) = self else { return true }
        guard tokens.count == 1 else { return FitTable(tokens, part)[0, 0] }
        guard let length = tokens[0].fixedLength else { return !part.isEmpty }
        return length == part.count && tokens[0].begins(part)
    }
}

extension PathPattern.Token {
    /// How many bytes it stands for, or nil for one or more.
    fileprivate var fixedLength: Int? {
        switch self {
        case .text(let text): text.count
        case .capture(let placeholder): placeholder.digits
        case .anyBytes: nil
        }
    }

    /// Whether the bytes begin with what the token stands for.
    fileprivate func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .text(let text):
            return bytes.starts(with: text)
        case .anyBytes:
            return !bytes.isEmpty
        case .capture(let placeholder):
            guard let digits = placeholder.digits else { return !bytes.isEmpty }
            return bytes.count >= digits && bytes.prefix(digits).allSatisfy(\.isDigit)
        }
    }
}

/// Which ends of a pattern fit which ends of what it is compared with.
private struct FitTable {
    private let columns: Int
    private var cells: [Bool]

    /// A table in which only nothing fits nothing: a row for each piece and one more, a column for each place.
    init(rows: Int, columns: Int) {
        self.columns = columns
        cells = Array(repeating: false, count: (rows + 1) * (columns + 1))
        cells[cells.count - 1] = true
    }

    /// `[t, b]`: the tokens from `t` on fit the bytes from `b` on, to the end of the part.
    init(_ tokens: [PathPattern.Token], _ part: ArraySlice<UInt8>) {
        self.init(rows: tokens.count, columns: part.count)
        for t in tokens.indices.reversed() {
            guard let length = tokens[t].fixedLength else {
                fillRow(t, shortest: 1)
                continue
            }
            guard length <= part.count else { return }
            for b in 0...(part.count - length) where self[t + 1, b + length] {
                self[t, b] = tokens[t].begins(part.dropFirst(b))
            }
        }
    }

    subscript(row: Int, column: Int) -> Bool {
        get { cells[row * (columns + 1) + column] }
        set { cells[row * (columns + 1) + column] = newValue }
    }

    /// Fills the row of a piece that stands for so many or more.
    mutating func fillRow(_ row: Int, shortest: Int) {
        guard shortest <= columns else { return }
        var anyLater = false
        for column in (0...(columns - shortest)).reversed() {
            anyLater = anyLater || self[row + 1, column + shortest]
            self[row, column] = anyLater
        }
    }
}
