import LogReading

extension PatternList {
    /// The place of the first pattern that fits a path, and where its placeholders then take what they take.
    func firstFit(_ path: ByteView, captures: inout CaptureRanges) -> Int? {
        guard path.count > 0, path[0] == .slash else { return nil }
        let segments = PathSegments(path)
        for place in patterns.indices where fits(patterns[place], segments, &captures) { return place }
        return nil
    }

    /// Each run of segments behind a `**` stands in the first place where it fits, but for the last one, which stands
    /// at the end. No other place has to be tried: what follows a later place can follow an earlier one as well.
    private func fits(
        _ pattern: Pattern, _ path: borrowing PathSegments, _ captures: inout CaptureRanges
    ) -> Bool {
        // The segments of the path that are left for `**`.
        var spare = path.count - pattern.segmentCount
        guard pattern.runs.count > 1 ? spare >= 0 : spare == 0, path.isRoot == pattern.isRoot else { return false }
        captures = CaptureRanges()
        var place = 0
        for run in pattern.runs {
            if run == pattern.runs.upperBound - 1 {
                place += spare
                spare = 0
            }
            while !take(runs[run], from: path, at: place, &captures) {
                guard run > pattern.runs.lowerBound, spare > 0 else { return false }
                place += 1
                spare -= 1
            }
            place += runs[run].count
        }
        return true
    }

    /// Lets a run take the path's segments from a place on; false if one does not fit.
    private func take(
        _ run: Range<Int>, from path: borrowing PathSegments, at place: Int, _ captures: inout CaptureRanges
    ) -> Bool {
        for segment in run {
            let part = path[place + segment - run.lowerBound]
            guard take(segments[segment], part, of: path.bytes, &captures) else { return false }
        }
        return true
    }

    /// Lets the pieces take a segment of a path; false if they do not fit it, whatever has been noted by then.
    private func take(
        _ segment: Segment, _ part: Range<Int>, of path: ByteView, _ captures: inout CaptureRanges
    ) -> Bool {
        let open = part.count - segment.fixedLength
        guard segment.openPieces == 0 ? open == 0 : open >= segment.openPieces else { return false }
        if segment.openPieces > 1 { return takeByTable(segment, part, of: path, &captures) }
        // All but one have a fixed length, as in `{date}-{id}`, so that only one way is left.
        var start = part.lowerBound
        for piece in segment.pieces {
            let end = start + (pieces[piece].fixedLength ?? open)
            guard fits(piece, start..<end, of: path) else { return false }
            if case .capture(let placeholder) = pieces[piece] { captures[placeholder] = start..<end }
            start = end
        }
        return true
    }

    private func takeByTable(
        _ segment: Segment, _ part: Range<Int>, of path: ByteView, _ captures: inout CaptureRanges
    ) -> Bool {
        let table = FitTable(self, segment.pieces, part, of: path)
        guard table.fits else { return false }
        var start = part.lowerBound
        for piece in segment.pieces {
            let end = table.end(of: piece, from: start)
            if case .capture(let placeholder) = pieces[piece] { captures[placeholder] = start..<end }
            start = end
        }
        return true
    }

    /// Whether a piece can take these bytes, which are as many as it takes.
    func fits(_ piece: Int, _ range: Range<Int>, of path: ByteView) -> Bool {
        switch pieces[piece] {
        case .text(let places):
            for index in 0..<places.count where path[range.lowerBound + index] != texts[places.lowerBound + index] {
                return false
            }
        case .capture(let placeholder) where placeholder.digits != nil:
            for index in range where !path[index].isDigit { return false }
        case .anyBytes, .capture:
            break
        }
        return true
    }
}
