import ArticleRanking
import ViewCounting

extension Rise {
    /// `412 views in the hour, 61 expected from the same hour of past weeks: 6.8 times, at least 6.0`
    ///
    /// - Parameter calendar: Given, the clock's time at the window's end is told too.
    func sentence(_ length: WindowLength, upTo calendar: SiteCalendar?) -> String {
        let seen = Figures.count(seen, "view", "views")
        let time = calendar.map { calendar in
            let end = DayClock.end(Int64(end) * 60, calendar)
            return " up to \(DayClock(day: end.day, calendar: calendar).minute(end))"
        }
        return
            "\(seen) in \(length == .hour ? "the hour" : "\(length)")\(time ?? ""), \(Figures.roughly(expected)) expected from "
            + "\(baseline.words): \(Figures.tenths(times)) times, at least \(Figures.tenths(lower))"
    }
}

extension Rise.Baseline {
    /// What stands behind "expected from".
    fileprivate var words: String {
        switch self {
        case .weeks: "the same hours of past weeks"
        case .day: "the 24 hours before"
        case .new: "its age and section"
        }
    }
}

extension Figures {
    /// `61.25`, half rounded up; not grouped, for machines.
    static func hundredths(_ value: Double) -> String { rounded(value, by: 100, places: 2) }

    /// `6.8`, half rounded up.
    static func tenths(_ value: Double) -> String {
        let text = rounded(value, by: 10, places: 1)
        return grouped(Int(text.dropLast(2)) ?? 0) + text.suffix(2)
    }

    /// `61`, and below ten with one decimal: `0.3`.
    static func roughly(_ value: Double) -> String {
        value < 10 ? tenths(value) : grouped(Int(min(value, mostShown).rounded()))
    }

    private static func rounded(_ value: Double, by unit: Double, places: Int) -> String {
        let scaled = Int((min(max(value, 0), mostShown) * unit).rounded())
        let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int(unit))
        let digits = String(rest)
        return "\(whole)." + String(repeating: "0", count: places - digits.count) + digits
    }

    /// Larger figures are told as this one.
    private static let mostShown = 1e12
}
