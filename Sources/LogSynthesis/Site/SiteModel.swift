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
        newsroom = Newsroom(articles: options.articles, seed: options.seed, clock: clock)
        audience = Audience(
            visitors: max(Self.minimumVisitors, options.lines / Self.linesPerVisitor), seed: options.seed)
    }

    /// Streams of random numbers, one per use, so that none disturbs another.
    enum Stream {
        static let newsroom: UInt64 = 1
        static let audience: UInt64 = 2
        /// Plus the day's index.
        static let firstDay: UInt64 = 1000
    }
}
