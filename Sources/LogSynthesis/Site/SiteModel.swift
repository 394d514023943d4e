import Foundation

/// Everything that is fixed before the first request is planned: the clock, the newsroom, the audience.
struct SiteModel: Sendable {
    /// Years for which a day can start a synthesis.
    private static let years = 1971...2090
    private static let linesPerVisitor = 14
    private static let minimumVisitors = 8

    static let name = "The Example Times"
    static let address = "https://www.example.com"

    let options: SynthesisOptions
    let clock: SiteClock
    let newsroom: Newsroom
    let audience: Audience
    /// In the order of their beginnings where they were drawn, else as they were listed.
    var bursts: [Burst]

    init(_ options: SynthesisOptions) throws(SynthesisError) {
        func require(_ condition: Bool, _ sentence: String) throws(SynthesisError) {
            guard condition else { throw .option(sentence) }
        }
        try require((0...SynthesisOptions.maximumLines).contains(options.lines), "lines: 0 to 4,000,000,000")
        try require((1...SynthesisOptions.maximumDays).contains(options.days), "days: 1 to 3,660")
        try require((1...SynthesisOptions.maximumArticles).contains(options.articles), "articles: 1 to 1,000,000")
        try require((1...SynthesisOptions.maximumServers).contains(options.servers), "servers: 1 to 64")
        guard let start = CivilDay(options.start), Self.years.contains(start.components.year) else {
            throw .option("start: a day from 1971-01-01 to 2090-12-31, written YYYY-MM-DD")
        }
        guard let zone = TimeZone(identifier: options.timezone) else {
            throw .option("timezone: \(options.timezone) is no zone that this machine knows; give an IANA name")
        }
        let clock = SiteClock(start: start, days: options.days, zone: zone)
        try require(
            clock.isWritable, "timezone: \(options.timezone) had seconds in its offset then; a log cannot say so")
        try require(!clock.days.contains { $0.isEmpty }, "start, days: \(options.timezone) skipped one of these days")
        self.options = options
        self.clock = clock
        newsroom = Newsroom(
            articles: options.articles, seed: options.seed, clock: clock, hasEchoes: options.bursts == nil)
        audience = Audience(
            visitors: max(Self.minimumVisitors, options.lines / Self.linesPerVisitor), seed: options.seed)
        bursts = try Self.bursts(options, newsroom, clock)
        for index in clock.days.indices {
            let clicks = bursts.filter { clock.days[index].contains($0.start) }.map(\.clicks).reduce(0, +)
            try require(
                clicks <= lines(of: index) / 2,
                "bursts: \(clicks) clicks on \(clock.names[index].text) are more than half of its "
                    + "\(lines(of: index)) lines; give more lines or fewer bursts")
        }
    }

    /// A day's share of all lines, by its weekday; the shares add up to the whole exactly.
    func lines(of index: Int) -> Int {
        let weights = clock.names.map { TrafficMix.weekdayWeights[$0.weekday] }
        let before = weights[..<index].reduce(0, +)
        let total = weights.reduce(0, +)
        func share(_ weight: Int) -> Int { options.lines * weight / total }
        return share(before + weights[index]) - share(before)
    }

    private static func bursts(
        _ options: SynthesisOptions, _ newsroom: Newsroom, _ clock: SiteClock
    ) throws(SynthesisError) -> [Burst] {
        switch options.bursts {
        case nil: return []
        case .listed(let text):
            let bursts = try BurstList(text, articles: options.articles).bursts
            if let stray = bursts.first(where: { burst in !clock.days.contains { $0.contains(burst.start) } }) {
                throw .option("bursts: one begins at \(stray.startText), on none of the days")
            }
            if let long = bursts.first(where: { $0.start + $0.minutes * 60 > clock.end }) {
                throw .option("bursts: one begins at \(long.startText) and ends after the last day")
            }
            return bursts
        case .drawn(let rises):
            guard (0...SynthesisOptions.maximumRises).contains(rises) else {
                throw .option("bursts: 0 to \(SynthesisOptions.maximumRises)")
            }
            var draw = BurstDraw(newsroom, clock, seed: options.seed)
            return draw.bursts(rises: rises, linesPerDay: options.lines / options.days)
        }
    }

    /// Streams of random numbers, one per use, so that none disturbs another.
    enum Stream {
        static let newsroom: UInt64 = 1
        static let audience: UInt64 = 2
        static let bursts: UInt64 = 3
        /// Plus the day's index.
        static let firstDay: UInt64 = 1000
    }
}
