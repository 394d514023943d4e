import LogReading

/// Where the segments of a path lie: found once for a path, however many patterns it is compared with.
struct PathSegments: ~Copyable {
    /// The whole path.
    let bytes: ByteView
    /// Where the slashes are, and behind them the end of the path; none for `/`, which has no segments.
    private var places = InlineArray<16, UInt32>(repeating: 0)
    private var placeCount = 0
    /// The same of a path with more of them than have room on the stack.
    private var manyPlaces: UnsafeMutablePointer<Int>?

    /// - Precondition: The path begins with `/`.
    @inline(__always)
    init(_ path: ByteView) {
        precondition(path[0] == .slash, "a path begins with a slash")
        bytes = path
        guard path.count > 1 else { return }
        for start in stride(from: 0, to: path.count, by: PathMarks.span) {
            var slashes = path.pathMarks(at: start).slashes
            while slashes != 0 {
                add(start + slashes.trailingZeroBitCount)
                slashes &= slashes - 1
            }
        }
        add(path.count)
    }

    deinit { manyPlaces?.deallocate() }

    @inline(__always)
    private mutating func add(_ place: Int) {
        if placeCount < places.count {
            places[placeCount] = UInt32(place)
        } else {
            addToMany(place)
        }
        placeCount += 1
    }

    /// There are no more slashes than bytes.
    @inline(never)
    private mutating func addToMany(_ place: Int) {
        let many = manyPlaces ?? .allocate(capacity: bytes.count + 1)
        if manyPlaces == nil {
            for index in places.indices { many[index] = Int(places[index]) }
            manyPlaces = many
        }
        many[placeCount] = place
    }

    var count: Int { max(placeCount - 1, 0) }

    var isRoot: Bool { bytes.count == 1 }

    /// The bytes of a segment; an empty range where two slashes follow each other.
    subscript(index: Int) -> Range<Int> {
        precondition(index >= 0 && index < count, "no such segment")
        guard let manyPlaces else { return Int(places[index]) + 1..<Int(places[index + 1]) }
        return manyPlaces[index] + 1..<manyPlaces[index + 1]
    }
}
