/// A day of the Gregorian calendar, as days since 1970-01-01.
struct CivilDay: Hashable, Sendable {
    static let secondsPerDay = 86_400

    let number: Int

    init(number: Int) {
        self.number = number
    }

    /// Reads `YYYY-MM-DD`; nil if it is not written so or no such day exists.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = parts.map(\.utf8.count)
        guard widths == [4, 2, 2], text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        // Days before a month's first, counted in years that begin in March (Hinnant, "chrono-compatible algorithms").
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        guard (1...12).contains(month), components == (year, month, day) else { return nil }
    }

    /// Year, month 1 to 12, day of the month. Right from 1970 on.
    var components: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// 0 is Monday, 6 is Sunday.
    var weekday: Int { (number + 3) % 7 }

    /// `YYYY-MM-DD`
    var text: String {
        let (year, month, day) = components
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// `YYYYMMDD`
    var compactText: String { text.filter { $0 != "-" } }
}
