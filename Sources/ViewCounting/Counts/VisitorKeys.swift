public import LogReading

/// The secrets under which visitors are hashed: one for agents, and one salt for each local day.
///
/// Equal for all workers of a run, and for all runs that add to a day; a day's salt goes when the day is closed, and
/// with it the only way from an address to a hash.
public struct VisitorKeys: Sendable {
    /// Agents are hashed once per run, not once per day; this hash goes into the visitor's and is stored nowhere.
    public let agents: SipKey
    private let salts: [CalendarDay: SipKey]
    private let seed: SipKey

    /// - Parameters:
    ///   - salts: Of the days that have clicks already.
    ///   - seed: What the salts of all other days are made from; random, and never kept.
    public init(agents: SipKey, salts: [CalendarDay: SipKey], seed: SipKey = .random()) {
        self.agents = agents
        self.salts = salts
        self.seed = seed
    }

    /// New keys, as a run without a history uses them.
    public static func random() -> VisitorKeys { VisitorKeys(agents: .random(), salts: [:]) }

    /// The day's salt: the known one, or else one that only this value can make.
    public func salt(of day: CalendarDay) -> SipKey {
        salts[day] ?? SipKey(low: derived(day, half: 0), high: derived(day, half: 1))
    }

    private func derived(_ day: CalendarDay, half: UInt8) -> UInt64 {
        let number = UInt32(bitPattern: day.number)
        let message = (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) } + [half]
        return message.withByteView { SipHash.hash($0, key: seed, rounds: (compression: 2, finalization: 4)) }
    }
}

/// The days whose counts no longer change: later lines of them are `late`.
public struct ClosedDays: Sendable {
    public var days: Set<CalendarDay>
    /// All days before this one are closed too.
    public var before: CalendarDay?

    public init(_ days: Set<CalendarDay> = [], before: CalendarDay? = nil) {
        self.days = days
        self.before = before
    }

    public func contains(_ day: CalendarDay) -> Bool {
        days.contains(day) || before.map { day < $0 } ?? false
    }
}
