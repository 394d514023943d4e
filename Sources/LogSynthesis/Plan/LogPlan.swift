/// The whole plan, a day at a time: what stands in each file, and meanwhile the truth.
///
/// Memory: one day's requests at a time, and the counts of two days per article.
struct LogPlan {
    /// A log file and its lines in the order of writing.
    struct File: Sendable {
        let day: CivilDay
        let name: String
        let requests: [PlannedRequest]
    }

    private let site: SiteModel
    private var index = 0
    /// Requests that were under way at midnight.
    private var heldOver: [PlannedRequest] = []
    private var tally: TruthTally

    init(_ site: SiteModel) {
        self.site = site
        tally = TruthTally(site)
    }

    /// The next day's files, one per server; nil after the last day.
    mutating func nextDay() -> [File]? {
        guard index < site.clock.days.count else { return nil }
        defer { index += 1 }
        var planner = DayPlanner(day: index, quota: site.lines(of: index), site: site)
        let planned = planner.plan()
        tally.add(planned)
        tally.closeDay(index)

        let isLast = index == site.clock.days.count - 1
        let midnight = site.clock.days[index].upperBound * 1000
        let due = heldOver + planned
        heldOver = isLast ? [] : due.filter { $0.endMilliseconds >= midnight }
        let written = heldOver.isEmpty ? due : due.filter { $0.endMilliseconds < midnight }
        return (0..<site.options.servers).map { server in
            File(
                day: site.clock.names[index],
                name: Self.name(day: site.clock.names[index], server: server, of: site.options.servers),
                requests: Self.inOrderOfWriting(written.filter { Int($0.server) == server }, from: midnight))
        }
    }

    /// What is true of all lines; call it after the last day.
    var truth: Truth { tally.truth }

    static func name(day: CivilDay, server: Int, of servers: Int) -> String {
        "access-\(day.text)\(servers > 1 ? "-\(server + 1)" : "").log.gz"
    }

    private static func inOrderOfWriting(_ requests: [PlannedRequest], from midnight: Int) -> [PlannedRequest] {
        // The end in the upper half and the number in the lower: one sort of plain numbers, equal times in order.
        let order = requests.indices.map { index in
            (requests[index].endMilliseconds - midnight) << 32 | index
        }
        return order.sorted().map { requests[$0 & 0xFFFF_FFFF] }
    }
}
