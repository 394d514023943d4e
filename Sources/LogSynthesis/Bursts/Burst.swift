/// More clicks than the course of things brings: a rise that a score of trends should find, or something that only looks so.
struct Burst: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable {
        /// A rise: all at once, and as many in each minute until its end.
        case step
        /// A rise: more from minute to minute for `climbMinutes`, then as many.
        case ramp
        /// A rise: most at once, then fewer and fewer.
        case spike
        /// No rise: a robot that says that it is one asks for an article again and again.
        case robots
        /// No rise: one reader who loads an article again, every few seconds or once in a minute.
        case reload
        /// No rise: a section's articles are read more, on each evening at the same time.
        case show

        /// Whether a score of trends should find it.
        var isRise: Bool { self == .step || self == .ramp || self == .spike }
    }

    /// What is asked for more often: an article by its number, of a show one of a section's by the desk's.
    enum Target: Equatable, Sendable {
        case article(Int)
        case section(Int)
    }

    static let climbMinutes = 10
    /// After so many minutes a spike has a quarter of its first readers.
    static let spikeFadeMinutes = 20.0

    let kind: Kind
    /// Seconds since 1970 UTC, a whole minute.
    let start: Int
    let minutes: Int
    /// Clicks in all; of a reload, those of its one reader.
    let clicks: Int
    let target: Target

    /// How many clicks fall into each of its minutes; they add up to `clicks` exactly.
    var clicksByMinute: [Int] {
        let weights = (0..<minutes).map { Self.weight(of: $0, kind) }
        let total = weights.reduce(0, +)
        var sum = 0.0
        var given = 0
        return weights.map { weight in
            sum += weight
            let due = min(clicks, Int((Double(clicks) * sum / total).rounded()))
            defer { given = due }
            return due - given
        }
    }

    /// How many clicks there must be for some of them in the first minutes.
    static func clicks(for first: Int, in firstMinutes: Int, of minutes: Int, _ kind: Kind) -> Int {
        let weights = (0..<minutes).map { weight(of: $0, kind) }
        let share = weights.prefix(firstMinutes).reduce(0, +) / weights.reduce(0, +)
        return Int((Double(first) / share).rounded(.up))
    }

    private static func weight(of minute: Int, _ kind: Kind) -> Double {
        switch kind {
        case .ramp: return Double(min(minute + 1, climbMinutes))
        case .spike:
            let faded = 1 + Double(minute) / spikeFadeMinutes
            return 1 / (faded * faded)
        case .step, .robots, .reload, .show: return 1
        }
    }
}
