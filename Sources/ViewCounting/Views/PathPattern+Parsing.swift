extension PathPattern {
    /// Cuts a pattern into runs of segments, parted by `**`, and the segments into tokens.
    static func runs(of pattern: [UInt8]) throws(PatternError) -> [[Segment]] {
        guard pattern.first == .slash else { throw PatternError(.noLeadingSlash, offset: 0) }
        if pattern.count == 1 { return [[]] }
        let end = pattern.count > 2 && pattern.last == .slash ? pattern.count - 1 : pattern.count
        var runs: [[Segment]] = [[]]
        var seen: Set<Placeholder> = []
        var start = 1
        while start <= end {
            let stop = pattern[start..<end].firstIndex(of: .slash) ?? end
            if stop == start { throw PatternError(.emptySegment, offset: start - 1) }
            if pattern[start..<stop].elementsEqual([star, star]) {
                runs.append([])
            } else {
                runs[runs.count - 1].append(try segment(pattern[start..<stop], seen: &seen))
            }
            start = stop + 1
        }
        return runs
    }

    private static let star = UInt8(ascii: "*")
    private static let openBrace = UInt8(ascii: "{")
    private static let closeBrace = UInt8(ascii: "}")

    private static func segment(
        _ bytes: ArraySlice<UInt8>, seen: inout Set<Placeholder>
    ) throws(PatternError) -> Segment {
        var tokens: [Token] = []
        var text: [UInt8] = []
        func endText() {
            if !text.isEmpty { tokens.append(.text(PercentEscapes.normalized(path: text))) }
            text = []
        }
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case .questionMark, .numberSign:
                throw PatternError(.noPartOfPath(byte), offset: index)
            case closeBrace:
                throw PatternError(.strayBrace, offset: index)
            case openBrace:
                endText()
                let placeholder = try placeholder(at: index, in: bytes)
                guard seen.insert(placeholder).inserted else {
                    throw PatternError(.repeatedPlaceholder(placeholder), offset: index)
                }
                tokens.append(.capture(placeholder))
                index += placeholder.rawValue.utf8.count + "{}".utf8.count
            case star:
                if bytes[(index + 1)...].first == star { throw PatternError(.doubleStarBesideText, offset: index) }
                endText()
                tokens.append(.anyBytes)
                index += 1
            default:
                text.append(byte)
                index += 1
            }
        }
        endText()
        return Segment(tokens)
    }

    private static func placeholder(
        at index: Int, in bytes: ArraySlice<UInt8>
    ) throws(PatternError) -> Placeholder {
        let inner = bytes[(index + 1)...]
        guard let close = inner.firstIndex(where: { $0 == openBrace || $0 == closeBrace }), bytes[close] == closeBrace
        else { throw PatternError(.strayBrace, offset: index) }
        let name = String(decoding: inner[..<close], as: UTF8.self)
        guard let placeholder = Placeholder(rawValue: name) else {
            throw PatternError(.unknownPlaceholder(name), offset: index)
        }
        return placeholder
    }
}
