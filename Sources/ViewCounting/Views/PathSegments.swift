/// Where the segments of a path lie: found once for a path, however many patterns it is compared with.
struct PathSegments {
    /// The whole path.
    let bytes: [UInt8]
    /// Where the slashes are, and behind them the end of the path; none for `/`, which has no segments.
    private var places = InlineArray<16, Int>(repeating: 0)
    private var placeCount = 0
    /// The same of a path with more of them than have room on the stack.
    private var manyPlaces: [Int] = []

    /// Nil for what does not begin with `/`.
    init?(_ path: [UInt8]) {
        guard path.first == .slash else { return nil }
        bytes = path
        guard path.count > 1 else { return }
        for index in path.indices where path[index] == .slash { add(index) }
        add(path.count)
    }

    private mutating func add(_ place: Int) {
        if placeCount < places.count {
            places[placeCount] = place
        } else {
            if manyPlaces.isEmpty { manyPlaces = places.indices.map { places[$0] } }
            manyPlaces.append(place)
        }
        placeCount += 1
    }

    var count: Int { max(placeCount - 1, 0) }

    var isRoot: Bool { bytes.count == 1 }

    /// The bytes of a segment; an empty range where two slashes follow each other.
    subscript(index: Int) -> Range<Int> {
        manyPlaces.isEmpty ? places[index] + 1..<places[index + 1] : manyPlaces[index] + 1..<manyPlaces[index + 1]
    }
}
