import Foundation

/// The site's days and its zone's offsets over the time that a synthesis speaks of.
///
/// Instants are whole seconds since 1970 UTC. Days are local calendar days: 23, 24 or 25 hours long.
struct SiteClock: Sendable {
    /// How long before the first day articles may have been published.
    static let archiveSeconds = 14 * CivilDay.secondsPerDay

    private static let probeSeconds = 3600
    private static let marginSeconds = 2 * CivilDay.secondsPerDay

    /// The days' names, in order.
    let names: [CivilDay]
    /// The days' instants, in order; each ends where the next begins.
    let days: [Range<Int>]
    /// When which offset (seconds east of UTC) begins to hold, latest first.
    private let offsets: [(from: Int, seconds: Int)]

    init(start: CivilDay, days count: Int, zone: TimeZone) {
        let names = (0...count).map { CivilDay(number: start.number + $0) }
        let from = start.number * CivilDay.secondsPerDay - Self.archiveSeconds - Self.marginSeconds
        let to = (start.number + count) * CivilDay.secondsPerDay + Self.marginSeconds
        let offsets = Self.offsets(of: zone, from: from, to: to)
        let starts = names.map { name in
            Self.first(in: (name.number - 1) * CivilDay.secondsPerDay..<(name.number + 1) * CivilDay.secondsPerDay) {
                LocalTime(instant: $0, offset: Self.offset(at: $0, in: offsets)).day.number >= name.number
            }
        }
        self.names = Array(names.dropLast())
        self.days = zip(starts, starts.dropFirst()).map { $0..<max($0, $1) }
        self.offsets = offsets
    }

    var start: Int { days.first?.lowerBound ?? 0 }
    var end: Int { days.last?.upperBound ?? 0 }

    /// What the site's clock shows at an instant.
    func local(at second: Int) -> LocalTime {
        LocalTime(instant: second, offset: Self.offset(at: second, in: offsets))
    }

    /// The index of the day that an instant lies in; the nearest day if it lies in none.
    func day(at second: Int) -> Int {
        var low = 0
        var high = days.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if days[middle].lowerBound <= second { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The first instant of an hour of the clock in one of the days; nil where the clock skips it.
    func instant(ofHour hour: Int, in day: Range<Int>) -> Int? {
        stride(from: day.lowerBound, to: day.upperBound, by: 60).first { local(at: $0).hour == hour }
    }

    /// True if every offset is of whole minutes, as a log's `+hhmm` needs.
    var isWritable: Bool { offsets.allSatisfy { $0.seconds % 60 == 0 } }

    private static func offset(at second: Int, in offsets: [(from: Int, seconds: Int)]) -> Int {
        for entry in offsets where entry.from <= second { return entry.seconds }
        return offsets.last?.seconds ?? 0
    }

    private static func offsets(of zone: TimeZone, from: Int, to: Int) -> [(from: Int, seconds: Int)] {
        func seconds(_ second: Int) -> Int {
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
        }
        var found = [(from: from, seconds: seconds(from))]
        for probe in stride(from: from, to: to, by: probeSeconds) {
            let current = found[found.count - 1].seconds
            guard seconds(probe + probeSeconds) != current else { continue }
            let change = first(in: probe..<probe + probeSeconds) { seconds($0) != current }
            found.append((change, seconds(change)))
        }
        return found.reversed()
    }

    /// The first of a range for which a condition holds that, once true, stays true; the range's end if none is.
    private static func first(in range: Range<Int>, where condition: (Int) -> Bool) -> Int {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            if condition(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
