import LogReading

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
        let fits = path.withByteView { list.firstFit($0, captures: &captures) != nil }
        return fits ? PathCaptures(captures, of: path) : nil
    }
}
