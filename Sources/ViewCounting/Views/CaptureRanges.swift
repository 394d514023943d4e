/// Which bytes of a path each placeholder of a pattern takes.
///
/// It lies on the stack: a path may be compared with several patterns, and none of them costs an allocation.
struct CaptureRanges {
    /// By `Placeholder.place`, which is below 8; empty for what takes nothing, as each placeholder takes at least a byte. Half as
    /// large as places need be, so that they are soon cleared.
    private var ranges = InlineArray<8, Range<UInt32>>(repeating: 0..<0)

    /// The bytes that a placeholder takes, or nil if the pattern does not have it.
    subscript(placeholder: Placeholder) -> Range<Int>? {
        get {
            let range = ranges[placeholder.place]
            return range.isEmpty ? nil : Int(range.lowerBound)..<Int(range.upperBound)
        }
        set { ranges[placeholder.place] = newValue.map { UInt32($0.lowerBound)..<UInt32($0.upperBound) } ?? 0..<0 }
    }
}

extension Placeholder {
    fileprivate var place: Int {
        switch self {
        case .section: 0
        case .subsection: 1
        case .id: 2
        case .slug: 3
        case .date: 4
        case .year: 5
        case .month: 6
        case .day: 7
        }
    }
}
