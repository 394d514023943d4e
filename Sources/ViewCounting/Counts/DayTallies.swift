/// The days of one source, in the order in which they were met.
///
/// Each stays at its place in memory, and a line adds to it there: an array asks at each access whether it has to copy itself.
struct DayTallies: ~Copyable {
    private(set) var count = 0
    private var tallies: UnsafeMutablePointer<DayTally>
    private var capacity: Int

    init() {
        capacity = 4
        tallies = .allocate(capacity: capacity)
    }

    deinit {
        tallies.deinitialize(count: count)
        tallies.deallocate()
    }

    subscript(index: Int) -> DayTally {
        @inline(__always) unsafeAddress {
            precondition(index >= 0 && index < count, "no such day")
            return UnsafePointer(tallies + index)
        }
        @inline(__always) nonmutating unsafeMutableAddress {
            precondition(index >= 0 && index < count, "no such day")
            return tallies + index
        }
    }

    /// The index of a day; nil where it was not met.
    func firstIndex(of day: CalendarDay) -> Int? { (0..<count).first { tallies[$0].day == day } }

    mutating func append(_ tally: consuming DayTally) {
        if count == capacity {
            let larger = UnsafeMutablePointer<DayTally>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: tallies, count: count)
            tallies.deallocate()
            tallies = larger
            capacity *= 2
        }
        (tallies + count).initialize(to: tally)
        count += 1
    }

    func map<Result>(_ transform: (inout DayTally) -> Result) -> [Result] {
        (0..<count).map { transform(&tallies[$0]) }
    }
}
