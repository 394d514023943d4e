import CByteScan

/// The places of a block's quotes, backslashes and LFs, of which each line takes its own from left to right; and where its
/// spaces and question marks are, as bits.
///
/// Found for the whole block at once, 64 bytes a step: 9 ns a line, where a memchr for each of the marks took 25.
struct LineMarks: ~Copyable {
    private let places: UnsafeMutablePointer<UInt32>
    /// Of each 64 bytes.
    private let breaks: UnsafeMutablePointer<cbytescan_breaks>
    private var bytes = 0
    private var count = 0
    private var next = 0

    /// `cbytescan_marks` writes four places ahead.
    private static let spare = 8

    private let level: CInt

    /// - Parameter level: How many bytes are looked at together; as many as the processor can, unless a test wants less.
    init(level: CInt = cbytescan_level()) {
        self.level = level
        places = .allocate(capacity: LineBlockReader.maximumBlockBytes + LineMarks.spare)
        breaks = .allocate(capacity: LineBlockReader.maximumBlockBytes / 64 + 2)
        breaks.initialize(repeating: cbytescan_breaks(), count: 2)
    }

    deinit {
        breaks.deallocate()
        places.deallocate()
    }

    mutating func find(in block: ByteView) {
        precondition(block.count <= LineBlockReader.maximumBlockBytes, "a block of lines has no more bytes")
        count = cbytescan_marks(level, block.base, block.count, places, breaks)
        bytes = block.count
        next = 0
    }

    /// Goes to the first mark at or behind a place, which is not before the one gone to last.
    @inline(__always)
    mutating func advance(to place: Int) {
        while next < count, places[next] < place { next += 1 }
    }

    /// Goes on behind so many marks.
    ///
    /// - Precondition: There are so many.
    @inline(__always)
    mutating func pass(_ marks: Int) { next += marks }

    /// Whether so many marks are left.
    @inline(__always)
    func has(_ marks: Int) -> Bool { count - next >= marks }

    /// The place of a mark, counted from the one gone to.
    @inline(__always)
    subscript(mark: Int) -> Int {
        precondition(mark >= 0 && next + mark < count, "no such mark")
        return Int(places[next + mark])
    }

    /// Which of the 64 bytes from a place on are a space or less; a bit each, the first byte's the lowest. None is behind the block's end.
    @inline(__always)
    func spaces(at place: Int) -> UInt64 {
        let step = step(of: place)
        return LineMarks.bits(breaks[step].spaces, breaks[step + 1].spaces, from: place & 63)
    }

    /// Which of them are question marks.
    @inline(__always)
    func questions(at place: Int) -> UInt64 {
        let step = step(of: place)
        return LineMarks.bits(breaks[step].questions, breaks[step + 1].questions, from: place & 63)
    }

    @inline(__always)
    private func step(of place: Int) -> Int {
        precondition(place >= 0 && place <= bytes, "bytes outside the block")
        return place >> 6
    }

    /// 64 bits of 128.
    @inline(__always)
    private static func bits(_ low: UInt64, _ high: UInt64, from place: Int) -> UInt64 {
        // The high word's shift by 64 in two steps: it gives nothing where the low one gives all.
        low &>> UInt64(truncatingIfNeeded: place) | ((high &<< 1) &<< UInt64(truncatingIfNeeded: 63 - place))
    }
}
