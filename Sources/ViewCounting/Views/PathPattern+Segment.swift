import LogReading

extension PathPattern {
    /// A part of the pattern between slashes that stands for one segment of a path.
    struct Segment: Hashable, Sendable {
        /// What it is made of; at least one.
        private let tokens: [Token]
        /// How many bytes the tokens of a fixed length take.
        private let fixedLength: Int
        /// How many tokens take one or more bytes.
        private let openTokens: Int

        init(_ tokens: [Token]) {
            self.tokens = tokens
            fixedLength = tokens.reduce(0) { $0 + ($1.fixedLength ?? 0) }
            openTokens = tokens.count { $0.fixedLength == nil }
        }

        var placeholders: Set<Placeholder> {
            Set(tokens.compactMap { if case .capture(let placeholder) = $0 { placeholder } else { nil } })
        }

        /// Lets the tokens take a segment of a path; false if they do not fit it, whatever has been noted by then.
        func take(_ part: Range<Int>, of path: [UInt8], into captures: inout CaptureRanges) -> Bool {
            let open = part.count - fixedLength
            guard openTokens == 0 ? open == 0 : open >= openTokens else { return false }
            if openTokens > 1 { return takeByTable(part, of: path, into: &captures) }
            // All but one have a fixed length, as in `{date}-{id}`, so that only one way is left.
            var start = part.lowerBound
            for index in tokens.indices {
                let end = start + (tokens[index].fixedLength ?? open)
                guard tokens[index].fits(start..<end, of: path) else { return false }
                if case .capture(let placeholder) = tokens[index] { captures[placeholder] = start..<end }
                start = end
            }
            return true
        }

        private func takeByTable(_ part: Range<Int>, of path: [UInt8], into captures: inout CaptureRanges) -> Bool {
            let table = FitTable(tokens, part, of: path)
            guard table.fits else { return false }
            var start = part.lowerBound
            for index in tokens.indices {
                let end = table.end(of: index, from: start)
                if case .capture(let placeholder) = tokens[index] { captures[placeholder] = start..<end }
                start = end
            }
            return true
        }
    }
}

extension PathPattern {
    /// A piece of a segment.
    enum Token: Hashable, Sendable {
        /// These bytes, in their one spelling.
        case text([UInt8])
        /// `*`: one or more bytes, as few as can be.
        case anyBytes
        /// A placeholder, which captures what it takes.
        case capture(Placeholder)

        /// How many bytes it takes, or nil for one or more.
        var fixedLength: Int? {
            switch self {
            case .text(let text): text.count
            case .capture(let placeholder): placeholder.digits
            case .anyBytes: nil
            }
        }

        /// Whether it can take these bytes, which are as many as it takes.
        func fits(_ range: Range<Int>, of path: [UInt8]) -> Bool {
            switch self {
            case .text(let text):
                for (index, byte) in text.enumerated() where path[range.lowerBound + index] != byte { return false }
            case .capture(let placeholder) where placeholder.digits != nil:
                for index in range where !path[index].isDigit { return false }
            case .anyBytes, .capture:
                break
            }
            return true
        }
    }
}
