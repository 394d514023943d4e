extension PathPattern {
    /// What the placeholders take from a canonical path, or nil if the pattern does not fit it.
    ///
    /// Of the many ways in which a pattern can fit, the one is chosen in which, from the left, each `**`, `*` and
    /// placeholder takes as little as it can, and `{slug}` as much as it can, such that the rest still fits.
    ///
    /// - Complexity: O(pieces of the pattern x bytes of the path): what fits is decided from the right in a table,
    ///   then taken from the left. There is no backtracking.
    public func match(path: [UInt8]) -> PathCaptures? {
        guard path.first == .slash else { return nil }
        let parts =
            path.count == 1 ? [] : path.dropFirst().split(separator: .slash, omittingEmptySubsequences: false)
        guard parts.isEmpty == segments.isEmpty else { return nil }
        guard let starts = startsOfSegments(in: parts) else { return nil }
        var captures = PathCaptures()
        for (segment, start) in zip(segments, starts) {
            guard case .tokens(let tokens) = segment else { continue }
            Self.take(tokens, from: parts[start], into: &captures)
        }
        return captures
    }

    /// For each segment of the pattern the part of the path at which it begins, or nil if the pattern does not fit.
    private func startsOfSegments(in parts: [ArraySlice<UInt8>]) -> [Int]? {
        guard segments.contains(.anySegments) else {
            let fits = segments.count == parts.count && zip(segments, parts).allSatisfy { $0.fits($1) }
            return fits ? Array(parts.indices) : nil
        }
        // fits[s][p]: the segments from s on fit the parts from p on.
        var fits = [[Bool]](repeating: Array(repeating: false, count: parts.count + 1), count: segments.count + 1)
        fits[segments.count][parts.count] = true
        for s in segments.indices.reversed() {
            for p in parts.indices.reversed() where segments[s] != .anySegments {
                fits[s][p] = fits[s + 1][p + 1] && segments[s].fits(parts[p])
            }
            guard segments[s] == .anySegments else { continue }
            var anyLater = false
            for p in (0...parts.count).reversed() {
                anyLater = anyLater || fits[s + 1][p]
                fits[s][p] = anyLater
            }
        }
        guard fits[0][0] else { return nil }
        var starts: [Int] = []
        var part = 0
        for s in segments.indices {
            starts.append(part)
            if segments[s] != .anySegments {
                part += 1
            } else {
                part = fits[s + 1][part...].firstIndex(of: true) ?? parts.count
            }
        }
        return starts
    }

    /// Hands out a part of a path to the tokens that fit it.
    private static func take(_ tokens: [Token], from part: ArraySlice<UInt8>, into captures: inout PathCaptures) {
        if tokens.count == 1, case .capture(let placeholder) = tokens[0] {
            captures[placeholder] = Array(part)
            return
        }
        let fits = Segment.fitTable(tokens, part)
        var from = 0
        for (t, token) in tokens.enumerated() {
            let ends = token.ends(in: part, from: from).filter { fits[t + 1][$0] }
            guard let end = token.isGreedy ? ends.last : ends.first else { return }
            if case .capture(let placeholder) = token {
                captures[placeholder] = Array(part[(part.startIndex + from)..<(part.startIndex + end)])
            }
            from = end
        }
    }
}

extension PathPattern.Segment {
    /// Whether the segment fits this part of a path.
    func fits(_ part: ArraySlice<UInt8>) -> Bool {
        guard case .tokens(let tokens) = self else { return true }
        if tokens.count == 1 { return tokens[0].ends(in: part, from: 0).contains(part.count) }
        return Self.fitTable(tokens, part)[0][0]
    }

    /// `[t][b]`: the tokens from `t` on fit the bytes from `b` on, to the end of the part.
    fileprivate static func fitTable(_ tokens: [PathPattern.Token], _ part: ArraySlice<UInt8>) -> [[Bool]] {
        var fits = [[Bool]](repeating: Array(repeating: false, count: part.count + 1), count: tokens.count + 1)
        fits[tokens.count][part.count] = true
        for t in tokens.indices.reversed() {
            if tokens[t].takesAny {
                var anyLater = false
                for b in part.indices.reversed().map({ $0 - part.startIndex }) {
                    anyLater = anyLater || fits[t + 1][b + 1]
                    fits[t][b] = anyLater
                }
            } else {
                for b in 0...part.count {
                    fits[t][b] = tokens[t].ends(in: part, from: b).contains { fits[t + 1][$0] }
                }
            }
        }
        return fits
    }
}

extension PathPattern.Token {
    fileprivate var isGreedy: Bool { self == .capture(.slug) }

    /// Whether the token stands for one or more bytes of any kind.
    fileprivate var takesAny: Bool {
        switch self {
        case .text: false
        case .anyBytes: true
        case .capture(let placeholder): placeholder.digits == nil
        }
    }

    /// Where the token can end if it begins at `from`, counted from the start of the part, in rising order.
    fileprivate func ends(in part: ArraySlice<UInt8>, from: Int) -> Range<Int> {
        let rest = part.dropFirst(from)
        switch self {
        case .text(let text):
            return rest.starts(with: text) ? from + text.count..<from + text.count + 1 : 0..<0
        case .capture(let placeholder):
            guard let digits = placeholder.digits else { break }
            let fits = rest.count >= digits && rest.prefix(digits).allSatisfy(\.isDigit)
            return fits ? from + digits..<from + digits + 1 : 0..<0
        case .anyBytes:
            break
        }
        return rest.isEmpty ? 0..<0 : from + 1..<part.count + 1
    }
}
