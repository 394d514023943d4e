/// Which bytes of a path each placeholder of a pattern takes.
///
/// It lies on the stack: a path may be compared with several patterns, and none of them costs an allocation.
struct CaptureRanges {
    /// By `Placeholder.place`, which is below 8; empty for what takes nothing, as each placeholder takes at least a byte.
    private var ranges = InlineArray<8, Range<Int>>(repeating: 0..<0)

    /// The bytes that a placeholder takes, or nil if the pattern does not have it.
    subscript(placeholder: Placeholder) -> Range<Int>? {
        get {
            let range = ranges[placeholder.place]
            return range.isEmpty ? nil : range
        }
        set { ranges[placeholder.place] = newValue ?? 0..<0 }
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
