/// The made-up site's articles: those of the two weeks before the first day and those of the days themselves.
struct Newsroom: Sendable {
    private static let archivePerMille = 400
    private static let storyPerMille = 180
    private static let subsectionPerMille = 650
    private static let movedPerMille = 50
    private static let echoPerMille = 40
    private static let fadeTenthsOfHours = 15...120
    private static let moveSeconds = 1800...40_000
    private static let echoSeconds = 6 * 3600...40 * 3600
    private static let deskHours = 5...22
    private static let deskHourTries = 3

    /// Zipf's law with Mandelbrot's shift: the first article has the weight of this rank.
    private static let headRank = 4

    let articles: [Article]

    /// - Parameter hasEchoes: False leaves second waves out, so that nothing rises but what is planned to.
    init(articles count: Int, seed: UInt64, clock: SiteClock, hasEchoes: Bool = true) {
        var random = SeededRandom(seed: seed, stream: SiteModel.Stream.newsroom)
        var ranks = Array(0..<count)
        for index in stride(from: count - 1, to: 0, by: -1) { ranks.swapAt(index, random.below(index + 1)) }
        articles = ranks.indices.map { index in
            Self.article(index, rank: ranks[index], clock: clock, hasEchoes: hasEchoes, random: &random)
        }
    }

    private static func article(
        _ index: Int, rank: Int, clock: SiteClock, hasEchoes: Bool, random: inout SeededRandom
    ) -> Article {
        // The first one is always old, so that there is something to read from the first second on.
        let archived = index == 0 || random.chance(perMille: archivePerMille)
        let span = archived ? clock.start - SiteClock.archiveSeconds..<clock.start : clock.start..<clock.end
        var published = span.lowerBound
        for _ in 0..<deskHourTries {
            published = span.lowerBound + random.below(span.count)
            if deskHours.contains(clock.local(at: published).hour) { break }
        }
        let title = Headline.title(&random)
        let desk = random.skewedBelow(Desk.all.count)
        let location = location(index, published, title, Desk.all[desk], clock, &random)
        let moved = published + random.within(moveSeconds)
        let echo = random.chance(perMille: echoPerMille) ? published + random.within(echoSeconds) : nil
        return Article(
            key: location.key,
            places: location.places,
            preview: location.preview,
            title: title,
            sectionName: location.sectionName,
            desk: desk,
            published: published,
            moved: moved,
            echo: hasEchoes ? echo : nil,
            popularity: 1 / Double(rank + headRank),
            fadeHours: Double(random.within(fadeTenthsOfHours)) / 10)
    }

    private static func location(
        _ index: Int, _ published: Int, _ title: String, _ desk: Desk, _ clock: SiteClock,
        _ random: inout SeededRandom
    ) -> (key: [UInt8], places: [Article.Place], preview: [UInt8]?, sectionName: String) {
        let name = identifier(index)
        if random.chance(perMille: storyPerMille) {
            let place = place(desk.name, ["stories", "\(Headline.slug(of: title))-\(name)"])
            return (place.path, [place], nil, desk.name)
        }
        let last = "\(clock.local(at: published).day.compactText)-\(name)"
        let nested = !desk.subsections.isEmpty && random.chance(perMille: subsectionPerMille)
        var places = [place(desk.name, nested ? [random.pick(desk.subsections), last] : [last])]
        var sectionName = desk.name
        if random.chance(perMille: movedPerMille) {
            let other = random.pick(Desk.all)
            let second = other.subsections.isEmpty ? [last] : [random.pick(other.subsections), last]
            let target = place(other.name, second)
            if target != places[0] {
                places.append(target)
                sectionName = other.name
            }
        }
        return (Array(last.utf8), places, place(desk.name, ["preview", last]).path, sectionName)
    }

    private static func place(_ section: String, _ rest: [String]) -> Article.Place {
        let segments = ([section] + rest).map([UInt8].init(escaping:))
        return Article.Place(path: segments.flatMap { [UInt8(ascii: "/")] + $0 }, section: segments[0])
    }

    /// Six or more letters and digits, different for every number below 2^30.
    static func identifier(_ number: Int) -> String {
        let scrambled = (number &* 0x2545_F491) & 0x3FFF_FFFF
        let digits = String(scrambled, radix: 36)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
