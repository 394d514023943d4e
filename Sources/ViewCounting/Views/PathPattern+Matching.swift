extension PathPattern {
    /// What the placeholders take from a canonical path, or nil if the pattern does not fit it.
    ///
    /// Of the many ways in which a pattern can fit, the one is chosen in which, from the left, each `**`, `*` and
    /// placeholder takes as little as it can, and `{slug}` as much as it can, such that the rest still fits.
    ///
    /// - Complexity: O(pieces of the pattern x bytes of the path), times the length of a text or of a run of segments
    ///   where it repeats itself. There is no backtracking.
    public func match(path: [UInt8]) -> PathCaptures? {
        var captures = CaptureRanges()
        guard let segments = PathSegments(path), fits(segments, captures: &captures) else { return nil }
        return PathCaptures(captures, of: path)
    }

    /// Whether the pattern fits a path.
    func fits(_ path: PathSegments) -> Bool {
        var captures = CaptureRanges()
        return fits(path, captures: &captures)
    }

    /// Whether the pattern fits a path, and where its placeholders then take what they take.
    ///
    /// Each run of segments behind a `**` stands in the first place where it fits, but for the last one, which stands
    /// at the end. No other place has to be tried: what follows a later place can follow an earlier one as well.
    func fits(_ path: PathSegments, captures: inout CaptureRanges) -> Bool {
        // The segments of the path that are left for `**`.
        var spare = path.count - segmentCount
        guard runs.count > 1 ? spare >= 0 : spare == 0, path.isRoot == isRoot else { return false }
        captures = CaptureRanges()
        var place = 0
        for run in runs.indices {
            if run == runs.count - 1 {
                place += spare
                spare = 0
            }
            while !take(runs[run], from: path, at: place, into: &captures) {
                guard run > 0, spare > 0 else { return false }
                place += 1
                spare -= 1
            }
            place += runs[run].count
        }
        return true
    }

    /// Lets a run take the path's segments from a place on; false if one does not fit.
    private func take(
        _ run: [Segment], from path: PathSegments, at place: Int, into captures: inout CaptureRanges
    ) -> Bool {
        for index in run.indices where !run[index].take(path[place + index], of: path.bytes, into: &captures) {
            return false
        }
        return true
    }
}
