import LogReading
import TestSupport
import ViewCounting

/// The counting rules, read aloud: lists and dictionaries, every definition by its own words.
///
/// The slow twin of everything between a log's bytes and a day's counts. The rules for articles, robots and exclusions
/// and the calendar are the product's, as these have twins of their own. It must never be made clever.
struct PlainCounter {
    /// What makes a visitor: client and agent, or the client alone where lines have no agent.
    struct Visitor: Hashable {
        var client: [UInt8]
        var agent: [UInt8]?
    }

    /// A line that reached the end of the outcomes.
    struct PlainClick {
        var visitor: Visitor
        var address: ArticleAddress
        var instant: Int64
    }

    /// A line with a time, and what became of it; `view` only as far as no chain has been looked at.
    struct DatedLine {
        var instant: Int64
        var isCombined: Bool
        var outcome: Outcome
    }

    let rules: CountingRules
    /// The start of the run.
    let now: Int64
    let hasVirtualHost: Bool

    private(set) var timeless = Accounting()
    private(set) var dated: [DatedLine] = []
    private(set) var clicks: [PlainClick] = []
    private(set) var robots: [(address: ArticleAddress, instant: Int64)] = []

    init(_ rules: CountingRules, now: Int64, hasVirtualHost: Bool = false) {
        self.rules = rules
        self.now = now
        self.hasVirtualHost = hasVirtualHost
    }

    /// Reads a source's content; of one that is cut the last line counts only if it has an end.
    mutating func read(_ content: [UInt8], isCut: Bool = false) {
        var (lines, isComplete) = PlainLines.split(content)
        if isCut, !isComplete { lines.removeLast() }
        for line in lines { read(line: line) }
    }

    private mutating func read(line: [UInt8]) {
        if PlainLines.isOversize(line) { return timeless[.oversize] += 1 }
        let trimmed = PlainLines.trimmed(line)
        if trimmed.isEmpty { return timeless[.blank] += 1 }
        guard let fields = PlainLineParser(hasVirtualHost: hasVirtualHost).parse(trimmed) else {
            return timeless[.malformed] += 1
        }
        let instant = Int64(fields.instant)
        if instant > now + 600 { return timeless[.future] += 1 }
        let outcome = judge(fields)
        dated.append(DatedLine(instant: instant, isCombined: fields.agent != nil, outcome: outcome))
    }

    /// The first outcome that applies, from `bad-request` on.
    private mutating func judge(_ fields: PlainLineParser.Line) -> Outcome {
        guard fields.request != .bad else { return .badRequest }
        guard case .get(let target) = fields.request else { return .otherMethod }
        guard fields.status == 200 || fields.status == 304 else { return .otherStatus }
        guard case .article(let address) = rules.articles.judge(target: target) else { return .otherPage }
        let exclusions = rules.exclusions
        if exclusions.excludes(client: fields.client) || exclusions.excludes(article: address) { return .excluded }
        if let agent = fields.agent {
            if exclusions.excludes(agent: agent) { return .excluded }
            if rules.robots.judge(agent: agent) != .person {
                robots.append((address, Int64(fields.instant)))
                return .robot
            }
        }
        clicks.append(
            PlainClick(
                visitor: Visitor(client: fields.client, agent: fields.agent), address: address,
                instant: Int64(fields.instant)))
        return .view
    }
}

/// What the lines come to.
extension PlainCounter {
    private struct VisitorOfArticle: Hashable {
        var visitor: Visitor
        var key: [UInt8]
    }

    /// The instants of the views of each visitor of each article, by section 5.
    private func views() -> [(who: VisitorOfArticle, instant: Int64)] {
        let chains = Dictionary(grouping: clicks) { VisitorOfArticle(visitor: $0.visitor, key: $0.address.key) }
        return chains.flatMap { who, clicks in
            // Of several in one second one counts.
            let instants = Set(clicks.map(\.instant))
            // No later click within the next 30 s.
            return instants.filter { instant in !instants.contains { $0 > instant && $0 <= instant + 30 } }
                .map { (who, $0) }
        }
    }

    func finish() -> (accounting: Accounting, days: [DayCounts]) {
        let views = views()
        let latest = dated.map(\.instant).max() ?? 0
        let linesByDay = Dictionary(grouping: dated) { rules.calendar.day(at: $0.instant) }
        var total = timeless
        let days = linesByDay.keys.sorted().map { day in
            let viewsOfDay = views.filter { rules.calendar.day(at: $0.instant) == day }
            var accounting = Accounting()
            for line in linesByDay[day] ?? [] { accounting[line.outcome] += 1 }
            accounting[.doubleClick] = accounting[.view] - viewsOfDay.count
            accounting[.view] = viewsOfDay.count
            total += accounting
            let articles = Dictionary(grouping: viewsOfDay) { $0.who.key }.map { key, views in
                article(key, on: day, views: views.count, visitors: Set(views.map(\.who.visitor)).count)
            }
            return DayCounts(
                day: day, coverage: coverage(of: day, lines: linesByDay[day] ?? [], latest: latest),
                accounting: accounting, articles: articles.sorted { $0.key < $1.key })
        }
        return (total, days)
    }

    private func article(_ key: [UInt8], on day: CalendarDay, views: Int, visitors: Int) -> ArticleCounts {
        let clicks = clicks.filter { $0.address.key == key && rules.calendar.day(at: $0.instant) == day }
        let robots = robots.filter { $0.address.key == key && rules.calendar.day(at: $0.instant) == day }
        // The path of most clicks; of several the one of the least bytes.
        let ways = Dictionary(grouping: clicks) { ByteString($0.address.path) }
        let most = ways.values.map(\.count).max() ?? 0
        let path = ways.filter { $0.value.count == most }.keys.min() ?? ""
        return ArticleCounts(
            key: ByteString(key), path: path, section: ways[path]?.first?.address.section.map { ByteString($0) },
            views: views, visitors: visitors, rawClicks: clicks.count + robots.count)
    }

    private func coverage(of day: CalendarDay, lines: [DatedLine], latest: Int64) -> DayCoverage {
        let calendar = rules.calendar
        let instants = lines.map(\.instant)
        let prefix = hasVirtualHost ? "vhost_" : ""
        let formats = Dictionary(grouping: lines) { prefix + ($0.isCombined ? "combined" : "common") }
        return DayCoverage(
            state: latest >= (calendar.end(of: day) ?? .max) ? .complete : .partial, incomplete: false,
            firstLine: calendar.localTime(at: instants.min() ?? 0),
            lastLine: calendar.localTime(at: instants.max() ?? 0),
            hoursWithoutLines: calendar.hours(of: day).filter { hour in
                !instants.contains { hour.start <= $0 && $0 < hour.end }
            },
            formats: formats.keys.sorted().map { FormatLines(format: $0, lines: formats[$0]?.count ?? 0) })
    }
}
