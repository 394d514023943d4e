/// Lines of one outcome by their reason, with a sample of each: the first one met.
///
/// Counts are exact. Beyond so many different reasons no further one is taken up; its lines are counted in `others`.
public struct ReasonTable: Sendable {
    public struct Entry: Sendable {
        public let reason: LineReason
        public internal(set) var lines: Int
        public let sample: SampledLine
    }

    private var entries: [LineReason: Entry] = [:]
    /// Lines of reasons that found no room.
    public private(set) var others = 0

    /// Different reasons that are told apart: more than there are entries in all lists of robots.
    static let mostReasons = 4096

    /// No line yet.
    public init() {}

    mutating func note(_ reason: LineReason, sample: @autoclosure () -> SampledLine) {
        if entries[reason] != nil {
            entries[reason]?.lines += 1
        } else if entries.count < ReasonTable.mostReasons {
            entries[reason] = Entry(reason: reason, lines: 1, sample: sample())
        } else {
            others += 1
        }
    }

    /// Lines of all reasons.
    public var lines: Int { entries.values.reduce(others) { $0 + $1.lines } }

    /// The commonest reasons; of equally common ones those first whose text is less.
    ///
    /// - Parameter text: What the reason is called.
    public func commonest(_ count: Int = .max, by text: (LineReason) -> String) -> [Entry] {
        let named = entries.values.map { (entry: $0, text: text($0.reason)) }
        return Array(named.sorted { ($1.entry.lines, $0.text) < ($0.entry.lines, $1.text) }.prefix(count).map(\.entry))
    }

    /// How many reasons were told apart.
    public var count: Int { entries.count }

    /// The samples of the left side are kept.
    public static func += (left: inout ReasonTable, right: ReasonTable) {
        left.others += right.others
        // In an order that does not differ from run to run, since there may not be room for all.
        for entry in right.commonest(by: { "\($0)" }) {
            if left.entries[entry.reason] != nil {
                left.entries[entry.reason]?.lines += entry.lines
            } else if left.entries.count < mostReasons {
                left.entries[entry.reason] = entry
            } else {
                left.others += entry.lines
            }
        }
    }
}
