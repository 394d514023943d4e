import ViewCounting

/// A day as people write it: `Monday, 2 March 2026`.
enum WrittenDay {
    static func of(_ day: CalendarDay) -> String {
        let (year, month, dayOfMonth) = day.date
        return "\(weekdays[day.weekday]), \(dayOfMonth) \(months[month - 1]) \(year)"
    }

    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
