import LogReading

/// Which ends of a row of pieces fit which ends of a segment of a path.
///
/// For segments that can be split in several ways, such as `{slug}-{id}`. What fits is decided from the right in the
/// table, then taken from the left; nothing is tried twice.
///
/// - Complexity: O(pieces x bytes) in memory, and in time but for texts, which are compared at each place.
struct FitTable {
    private let list: PatternList
    private let pieces: Range<Int>
    private let part: Range<Int>
    /// By piece and place: the pieces from this one on fit the bytes from this place on. One more of each, for the end.
    private var cells: [Bool]

    init(_ list: PatternList, _ pieces: Range<Int>, _ part: Range<Int>, of path: ByteView) {
        self.list = list
        self.pieces = pieces
        self.part = part
        let places = part.count + 1
        cells = Array(repeating: false, count: (pieces.count + 1) * places)
        cells[cells.count - 1] = true
        for piece in pieces.reversed() {
            let row = (piece - pieces.lowerBound) * places
            let nextRow = row + places
            if let length = list.pieces[piece].fixedLength {
                guard length <= part.count else { return }
                for place in 0...(part.count - length) where cells[nextRow + place + length] {
                    let start = part.lowerBound + place
                    cells[row + place] = list.fits(piece, start..<start + length, of: path)
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

    /// Whether all pieces fit the whole segment.
    var fits: Bool { cells[0] }

    /// Where a piece ends that begins at `start`, such that the later ones fit what is left: as far to the left as can
    /// be, or to the right for `{slug}`.
    func end(of piece: Int, from start: Int) -> Int {
        if let length = list.pieces[piece].fixedLength { return start + length }
        let wanted = (piece - pieces.lowerBound + 1) * (part.count + 1) - part.lowerBound
        let ends = start + 1..<part.upperBound
        let end =
            list.pieces[piece] == .capture(.slug)
            ? ends.last { cells[wanted + $0] } : ends.first { cells[wanted + $0] }
        return end ?? part.upperBound
    }
}
