import LogReading

/// What one source brings, while it is read: provisional until its end is reached undamaged.
final class SourceTally {
    /// Lines that belong to no day.
    var timeless = Accounting()
    private(set) var days: [DayTally] = []
    var clicks = ClickPieces()
    /// The first lines that did not fit the format.
    private(set) var malformedSamples: [[UInt8]] = []

    private let calendar: SiteCalendar
    private var stretches: [(stretch: DayStretch, tally: DayTally)] = []
    private var current: (stretch: DayStretch, tally: DayTally)?

    static let maximumSamples = 3
    private static let maximumSampleBytes = 300

    init(calendar: SiteCalendar) {
        self.calendar = calendar
    }

    /// Lines of all outcomes.
    var lines: Int { days.reduce(timeless.lines) { $0 + $1.accounting.lines } }

    /// The tally of the local day of an instant; nearly always that of the line before.
    @inline(__always)
    func day(of second: UInt32) -> DayTally {
        if let current, current.stretch.contains(Int64(second)) { return current.tally }
        return changeDay(to: Int64(second))
    }

    @inline(never)
    private func changeDay(to second: Int64) -> DayTally {
        let found = stretches.last { $0.stretch.contains(second) } ?? addStretch(around: second)
        current = found
        return found.tally
    }

    private func addStretch(around second: Int64) -> (stretch: DayStretch, tally: DayTally) {
        let stretch = calendar.stretch(around: second)
        let tally = days.first { $0.day == stretch.day } ?? addDay(stretch.day)
        stretches.append((stretch, tally))
        return (stretch, tally)
    }

    private func addDay(_ day: CalendarDay) -> DayTally {
        let tally = DayTally(day: day)
        days.append(tally)
        return tally
    }

    func noteMalformed(_ line: ByteView) {
        timeless[.malformed] += 1
        if malformedSamples.count < SourceTally.maximumSamples {
            malformedSamples.append(line[0..<min(line.count, SourceTally.maximumSampleBytes)].bytes)
        }
    }
}
