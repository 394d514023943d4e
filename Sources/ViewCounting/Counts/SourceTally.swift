import LogReading

/// What one source brings, while it is read: provisional until its end is reached undamaged.
struct SourceTally: ~Copyable {
    /// Lines that belong to no day.
    var timeless = Accounting()
    var days = DayTallies()
    /// The clients of its clicks.
    var clients = ClientSample()
    /// Which of the fields that the profile asks for its lines have.
    var fields = FieldUse()
    /// The first lines that did not fit the format.
    private(set) var malformedSamples: [[UInt8]] = []

    private let keys: VisitorKeys
    private let closed: ClosedDays
    private var finder: StretchFinder
    /// The index in `days`, by number of the finder's stretch.
    private var dayOfStretch: [Int] = []
    /// The stretch that an instant was found in last, and the index of its day: nearly always the next one's too.
    private var current: (seconds: Range<UInt32>, day: Int) = (0..<0, 0)

    static let maximumSamples = 3

    init(_ rules: CountingRules, keys: VisitorKeys) {
        self.keys = keys
        closed = rules.closed
        finder = StretchFinder(rules.calendar)
    }

    /// Lines of all outcomes.
    var lines: Int { days.map { $0.accounting.lines }.reduce(timeless.lines, +) }

    /// The index in `days` of the local day of an instant.
    @inline(__always)
    mutating func day(of second: UInt32) -> Int {
        if current.seconds.contains(second) { return current.day }
        return findDay(of: second)
    }

    @inline(never)
    private mutating func findDay(of second: UInt32) -> Int {
        let day = day(at: Int64(second))
        let stretch = finder[finder.index(around: Int64(second))]
        current = (UInt32(clamping: stretch.start)..<UInt32(clamping: stretch.end), day)
        return day
    }

    private mutating func day(at second: Int64) -> Int {
        let number = finder.index(around: second)
        if number == dayOfStretch.count { addStretch(finder[number]) }
        return dayOfStretch[number]
    }

    /// A day's second stretch shares the tally of its first.
    private mutating func addStretch(_ stretch: DayStretch) {
        let known = days.firstIndex(of: stretch.day)
        if known == nil {
            days.append(
                DayTally(
                    day: stretch.day, salt: keys.salt(of: stretch.day), isClosed: closed.contains(stretch.day)))
        }
        let index = known ?? days.count - 1
        days[index].addStretch(from: stretch.start)
        dayOfStretch.append(index)
    }

    /// Adds a click to its day, and to the day before where it may show that the last clicks of that one are double clicks.
    ///
    /// - Parameter visitor: The hash of who clicked, under the salt of a day.
    @inline(__always)
    mutating func addClick(on page: UInt32, at second: UInt32, day: Int, by visitor: (_ salt: SipKey) -> UInt64) {
        func click(_ salt: SipKey) -> PageClick { PageClick(visitor: visitor(salt), page: page, second: second) }
        days[day].clicks.append(click(days[day].salt))
        if second < days[day].followersEnd, let followed = dayFollowed(at: second, by: day) {
            days[followed].followers.append(click(days[followed].salt))
        }
    }

    /// The index in `days` of the day whose last clicks may be double clicks if the same visitor clicks at `second`: that
    /// of 30 s before, where it is another, open day.
    @inline(never)
    private mutating func dayFollowed(at second: UInt32, by day: Int) -> Int? {
        let before = self.day(at: Int64(second) - Int64(ViewTally.doubleClickSeconds))
        return before == day || days[before].isClosed ? nil : before
    }

    mutating func noteMalformed(_ line: ByteView) {
        timeless[.malformed] += 1
        if malformedSamples.count < SourceTally.maximumSamples {
            malformedSamples.append(line[0..<min(line.count, SourceCounts.longestSample)].bytes)
        }
    }
}
