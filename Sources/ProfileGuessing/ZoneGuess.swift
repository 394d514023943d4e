import Foundation
import ViewCounting

/// The zone whose offsets from UTC stand in the logs, as far as they tell.
public struct ZoneGuess: Sendable, Equatable {
    public let zone: String
    /// What it rests on, a sentence or two.
    public let reason: String

    /// - Parameter system: The name of the zone of the machine, which is preferred if its offsets are the logs'.
    public init(_ offsets: [Int: OffsetSpan], system: String?) {
        guard !offsets.isEmpty else {
            zone = "UTC"
            reason = "the times in the logs have no offset from UTC; name the zone of your readers"
            return
        }
        let told = offsets.keys.sorted().map(ZoneGuess.text).joined(separator: " and ")
        let changes = offsets.count > 1 ? ", which change as those of a summer time do" : ""
        let fitting = ZoneGuess.wellKnown.filter { ZoneGuess.fits($0, offsets) }
        if let system, SiteCalendar(zoneName: system) != nil, ZoneGuess.fits(system, offsets) {
            zone = ZoneGuess.plainName(system)
            reason =
                zone == "UTC"
                ? "the logs and this machine have \(told), which says nothing of your readers; name their zone"
                : "the logs have \(told)\(changes), and so does the zone of this machine"
        } else if offsets.keys.allSatisfy({ $0 == 0 }) {
            zone = "UTC"
            reason = "the logs have \(told), as servers often do, whatever their readers' zone is; name that one"
        } else if let first = fitting.first {
            zone = first
            let others = fitting.dropFirst().prefix(ZoneGuess.shownZones).joined(separator: ", ")
            reason = "the logs have \(told)\(changes)" + (others.isEmpty ? "" : "; so have \(others)")
        } else if offsets.count == 1, let offset = offsets.keys.first, offset % 3600 == 0, abs(offset) <= 12 * 3600 {
            // POSIX counts west of Greenwich, and so do these names.
            zone = "Etc/GMT\(offset > 0 ? "-" : "+")\(abs(offset) / 3600)"
            reason = "the logs have \(told), and no zone that is well known has it; name the zone of your readers"
        } else {
            zone = "UTC"
            reason = "the logs have \(told), which no zone that is well known has; name the zone of your readers"
        }
    }

    /// One to name where several have the same offsets: that of the most readers first.
    private static let wellKnown = [
        "Asia/Tokyo", "Asia/Seoul", "Europe/Berlin", "Europe/Paris", "Europe/Rome", "Europe/Madrid", "Europe/London",
        "Europe/Lisbon", "Europe/Helsinki", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow", "America/New_York",
        "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Phoenix", "America/Halifax",
        "America/St_Johns", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Mexico_City",
        "America/Bogota", "America/Lima", "America/Caracas", "America/Santiago", "Asia/Shanghai", "Asia/Hong_Kong",
        "Asia/Singapore", "Asia/Manila", "Asia/Jakarta", "Asia/Bangkok", "Asia/Kolkata", "Asia/Karachi", "Asia/Dhaka",
        "Asia/Dubai", "Asia/Tehran", "Asia/Kathmandu", "Asia/Riyadh", "Asia/Jerusalem", "Asia/Yangon", "Asia/Kabul",
        "Asia/Tashkent", "Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Darwin",
        "Australia/Perth", "Pacific/Auckland", "Pacific/Honolulu", "Africa/Cairo", "Africa/Johannesburg",
        "Africa/Lagos", "Africa/Nairobi", "Pacific/Chatham",
    ]
    private static let shownZones = 3

    /// Whether the zone had each offset both when it was first met and when it was last.
    private static func fits(_ zone: String, _ offsets: [Int: OffsetSpan]) -> Bool {
        guard let calendar = SiteCalendar(zoneName: zone) else { return false }
        return offsets.allSatisfy { offset, span in
            calendar.offset(at: Int64(span.first)) == Int64(offset)
                && calendar.offset(at: Int64(span.last)) == Int64(offset)
        }
    }

    private static func plainName(_ zone: String) -> String {
        ["GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "UCT", "Etc/Universal", "Zulu"].contains(zone) ? "UTC" : zone
    }

    /// `+0900`
    static func text(_ offset: Int) -> String {
        let minutes = abs(offset) / 60
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return (offset < 0 ? "-" : "+") + two(minutes / 60) + two(minutes % 60)
    }
}
