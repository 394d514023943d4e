/// Bursts by the seed, on the last day: rises of articles of every popularity, and with them one decoy of each kind.
///
/// Each rise brings 100 clicks or more in its first ten minutes. No article has two. The show is on every evening.
struct BurstDraw {
    private static let firstMinutes = 10
    private static let clicksInFirstMinutes = 100...300
    private static let rises: [Burst.Kind] = [.step, .ramp, .spike]
    private static let riseMinutes = 60...180
    /// Articles are on before they rise: their first readers are no burst.
    private static let minimumAgeSeconds = 2 * 3600
    private static let tries = 1000

    private static let floodMinutes = 60
    private static let floodClicks = 2000
    private static let reloadMinutes = 60
    private static let reloadClicks = 120
    private static let showHour = 20
    private static let showMinutes = 60
    private static let linesPerShowClick = 400

    private let newsroom: Newsroom
    private let clock: SiteClock
    private var random: SeededRandom
    /// Published by the last day's end, the most popular first.
    private let byPopularity: [Int]
    private var taken: Set<Int> = []

    init(_ newsroom: Newsroom, _ clock: SiteClock, seed: UInt64) {
        self.newsroom = newsroom
        self.clock = clock
        random = SeededRandom(seed: seed, stream: SiteModel.Stream.bursts)
        let articles = newsroom.articles
        byPopularity = articles.indices.sorted { articles[$0].popularity > articles[$1].popularity }
    }

    mutating func bursts(rises count: Int, linesPerDay: Int) -> [Burst] {
        guard let day = clock.days.last else { return [] }
        var bursts: [Burst] = []
        for _ in 0..<count {
            let kind = random.pick(Self.rises)
            let minutes = random.within(Self.riseMinutes)
            let first = random.within(Self.clicksInFirstMinutes)
            if let (article, start) = articleAndStart(in: day, minutes: minutes) {
                let clicks = Burst.clicks(for: first, in: Self.firstMinutes, of: minutes, kind)
                bursts.append(
                    Burst(kind: kind, start: start, minutes: minutes, clicks: clicks, target: .article(article)))
            }
        }
        for (kind, minutes, clicks) in [
            (Burst.Kind.robots, Self.floodMinutes, Self.floodClicks), (.reload, Self.reloadMinutes, Self.reloadClicks),
        ] {
            if let (article, start) = articleAndStart(in: day, minutes: minutes) {
                bursts.append(
                    Burst(kind: kind, start: start, minutes: minutes, clicks: clicks, target: .article(article)))
            }
        }
        let desk = random.below(Desk.all.count)
        let clicks = max(1, linesPerDay / Self.linesPerShowClick)
        for evening in clock.days {
            guard let start = clock.instant(ofHour: Self.showHour, in: evening) else { continue }
            bursts.append(
                Burst(kind: .show, start: start, minutes: Self.showMinutes, clicks: clicks, target: .section(desk)))
        }
        return bursts.sorted { ($0.start, $0.kind.rawValue) < ($1.start, $1.kind.rawValue) }
    }

    /// Ranks are drawn by octaves: as many of 1 to 2 as of 2 to 4, as of 4 to 8, and so on.
    private mutating func articleAndStart(in day: Range<Int>, minutes: Int) -> (article: Int, start: Int)? {
        let octaves = Int.bitWidth - byPopularity.count.leadingZeroBitCount
        for _ in 0..<Self.tries {
            let rank = 1 << random.below(octaves)
            let index = rank - 1 + random.below(rank)
            let latest = day.count / 60 - minutes
            guard index < byPopularity.count, latest > 0 else { continue }
            let article = byPopularity[index]
            let start = day.lowerBound + random.below(latest) * 60
            guard newsroom.articles[article].published + Self.minimumAgeSeconds <= start else { continue }
            if taken.insert(article).inserted { return (article, start) }
        }
        return nil
    }
}
