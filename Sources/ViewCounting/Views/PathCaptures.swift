/// What the placeholders of a pattern took from a path.
public struct PathCaptures: Hashable, Sendable {
    private var taken: [Placeholder: [UInt8]] = [:]

    init() {}

    init(_ ranges: CaptureRanges, of path: [UInt8]) {
        for placeholder in Placeholder.allCases { taken[placeholder] = ranges[placeholder].map { Array(path[$0]) } }
    }

    /// The bytes that a placeholder took, or nil if the pattern does not have it.
    public internal(set) subscript(placeholder: Placeholder) -> [UInt8]? {
        get { taken[placeholder] }
        set { taken[placeholder] = newValue }
    }
}
