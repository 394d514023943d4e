/// Hours of the clock as people write them: `00:00–05:00, 07:00–24:00`.
enum ClockHours {
    /// - Parameter hours: 0 to 23, in order, each once.
    static func text(_ hours: [Int]) -> String {
        guard !hours.isEmpty else { return "none" }
        var ranges: [Range<Int>] = []
        for hour in hours {
            if let last = ranges.last, last.upperBound == hour {
                ranges[ranges.count - 1] = last.lowerBound..<(hour + 1)
            } else {
                ranges.append(hour..<(hour + 1))
            }
        }
        return ranges.map { "\(clock($0.lowerBound))–\(clock($0.upperBound))" }.joined(separator: ", ")
    }

    private static func clock(_ hour: Int) -> String { (hour < 10 ? "0" : "") + "\(hour):00" }
}
