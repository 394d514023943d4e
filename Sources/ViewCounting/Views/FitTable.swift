/// Which ends of a row of tokens fit which ends of a segment of a path.
///
/// For segments that can be split in several ways, such as `{slug}-{id}`. What fits is decided from the right in the
/// table, then taken from the left; nothing is tried twice.
///
/// - Complexity: O(tokens x bytes) in memory, and in time but for texts, which are compared at each place.
struct FitTable {
    private let tokens: [PathPattern.Token]
    private let part: Range<Int>
    /// By token and place: the tokens from this one on fit the bytes from this place on. One more of each, for the end.
    private var cells: [Bool]

    init(_ tokens: [PathPattern.Token], _ part: Range<Int>, of path: [UInt8]) {
        self.tokens = tokens
        self.part = part
        let places = part.count + 1
        cells = Array(repeating: false, count: (tokens.count + 1) * places)
        cells[cells.count - 1] = true
        for token in tokens.indices.reversed() {
            let row = token * places
            let nextRow = row + places
            if let length = tokens[token].fixedLength {
                guard length <= part.count else { return }
                for place in 0...(part.count - length) where cells[nextRow + place + length] {
                    let start = part.lowerBound + place
                    cells[row + place] = tokens[token].fits(start..<start + length, of: path)
                }
            } else {
                var fitsLater = false
                for place in (0..<part.count).reversed() {
                    fitsLater = fitsLater || cells[nextRow + place + 1]
                    cells[row + place] = fitsLater
                }
            }
        }
    }

    /// Whether all tokens fit the whole segment.
    var fits: Bool { cells[0] }

    /// Where a token ends that begins at `start`, such that the later ones fit what is left: as far to the left as can
    /// be, or to the right for `{slug}`.
    func end(of token: Int, from start: Int) -> Int {
        if let length = tokens[token].fixedLength { return start + length }
        let wanted = (token + 1) * (part.count + 1) - part.lowerBound
        let ends = start + 1..<part.upperBound
        let end =
            tokens[token] == .capture(.slug)
            ? ends.last { cells[wanted + $0] } : ends.first { cells[wanted + $0] }
        return end ?? part.upperBound
    }
}
