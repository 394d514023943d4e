/// Plans the requests that begin on one day: visits, crawls and what goes wrong, until the day's number is reached.
///
/// A visit that begins before midnight can end after it, so that some requests are of the next day; none is of a time
/// after the last day.
struct DayPlanner {
    private static let minuteSeconds = 60
    private static let deskTries = 500
    /// Most requests take milliseconds, a few many seconds: bounds in milliseconds with their weights.
    private static let durations: [(bound: Int, perMille: Int)] = [(40, 620), (400, 300), (3000, 70), (90_000, 10)]

    let site: SiteModel
    let day: Range<Int>
    let quota: Int
    var random: SeededRandom
    var requests: [PlannedRequest] = []
    private(set) var robotLines = 0
    var defectLines = 0
    var excludedLines = 0
    private let rhythm: CumulativeWeights
    private let popularity: Popularity

    init(day index: Int, quota: Int, site: SiteModel) {
        self.site = site
        self.quota = quota
        day = site.clock.days[index]
        random = SeededRandom(seed: site.options.seed, stream: SiteModel.Stream.firstDay + UInt64(index))
        let clock = site.clock
        rhythm = CumulativeWeights(
            stride(from: day.lowerBound, to: day.upperBound, by: Self.minuteSeconds).lazy.map { second in
                Self.weight(at: clock.local(at: second))
            })
        popularity = Popularity(of: quota > 0 ? site.newsroom.articles : [], in: day)
        requests.reserveCapacity(quota)
    }

    /// The day's requests, in the order in which they were thought of; exactly the day's number of them.
    mutating func plan() -> [PlannedRequest] {
        planMidnight()
        planBursts()
        while requests.count < quota {
            let lines = requests.count
            if robotLines * 1000 < lines * TrafficMix.robotLinesPerMille {
                planCrawl()
            } else if defectLines * 10_000 < lines * TrafficMix.defectLinesPerTenThousand {
                planDefect()
            } else if excludedLines * 10_000 < lines * TrafficMix.excludedLinesPerTenThousand {
                planExcluded()
            } else {
                planVisit(of: reader(), at: moment())
            }
        }
        return requests
    }

    /// Adds a request, if there is room left in the day and time left in the whole.
    mutating func emit(_ request: PlannedRequest, at second: Int) {
        guard requests.count < quota, second < site.clock.end else { return }
        var request = request
        request.second = UInt32(second)
        request.millisecond = UInt16(random.below(1000))
        request.durationMilliseconds = duration(atLeast: request.durationMilliseconds)
        request.server = UInt8(random.below(site.options.servers))
        request.detail = UInt32(truncatingIfNeeded: random.next())
        if request.role == .robot && request.defect == .none { robotLines += 1 }
        requests.append(request)
    }

    mutating func reader() -> UInt32 {
        UInt32(random.skewedBelow(site.audience.visitors))
    }

    /// A second of this day, by the rhythm of day and night.
    mutating func moment() -> Int {
        let minute = day.lowerBound + rhythm.draw(&random) * Self.minuteSeconds
        return min(minute + random.below(Self.minuteSeconds), day.upperBound - 1)
    }

    /// An article that is read at a time, at the place where it then is.
    mutating func article(at second: Int) -> PlannedRequest {
        let number = popularity.draw(at: second, &random)
        var request = PlannedRequest(second: 0, client: 0, target: .article, number: UInt32(number))
        request.place = place(of: number, at: second)
        return request
    }

    /// An article of a section that is read at a time; any, where none of the section's turns up.
    mutating func article(ofDesk desk: Int, at second: Int) -> Int {
        var number = popularity.draw(at: second, &random)
        for _ in 0..<Self.deskTries where site.newsroom.articles[number].desk != desk {
            number = popularity.draw(at: second, &random)
        }
        return number
    }

    /// Readers follow old links for a while after an article was moved, and new ones a little before.
    mutating func place(of number: Int, at second: Int) -> UInt8 {
        let article = site.newsroom.articles[number]
        guard article.places.count > 1 else { return 0 }
        return random.chance(
            perMille: second < article.moved ? TrafficMix.earlyPerMille : TrafficMix.movedPerMille) ? 1 : 0
    }

    private mutating func duration(atLeast floor: UInt32) -> UInt32 {
        var draw = random.below(1000)
        for (bound, perMille) in Self.durations {
            if draw < perMille { return floor + UInt32(random.below(bound)) }
            draw -= perMille
        }
        return floor
    }

    private static func weight(at time: LocalTime) -> Double {
        let share = Double(time.secondOfDay % 3600) / 3600
        let weights = TrafficMix.hourWeights
        return weights[time.hour] * (1 - share) + weights[(time.hour + 1) % weights.count] * share
    }
}
