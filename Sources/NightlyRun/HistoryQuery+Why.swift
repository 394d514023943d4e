import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// `accessrank why`: the lines that ask for an article on a day, by outcome, rule and log.
    ///
    /// - Parameter article: Its key, its path or its address.
    public static func why(
        _ article: String, on day: CalendarDay, as form: WhyReport.Form, _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in
            let report = try query.why(article, on: day)
            guard report.addsUp else {
                throw RunError(
                    .software,
                    "\(day): what the logs brought of \(ShownText.of(report.key)) does not come to what its rankings say; this is "
                        + "a bug of accessrank: please report it; accessrank rebuild \(day) counts the day again")
            }
            return report.bytes(as: form)
        }
    }

    private func why(_ article: String, on day: CalendarDay) throws(RunError) -> WhyReport {
        guard let stored = book[day] else { throw missing("\(day)") }
        let finder = ArticleFinder(rules: site.profile.articleRules)
        let known = try reading { () throws(HistoryError) in try book.counts(of: stored) }
        let found = try finder.find(article) { key throws(RunError) in
            if known?.counts.articles.contains(where: { $0.key == key }) == true { return true }
            return try reading { () throws(HistoryError) in try history.knows(key, on: day) }
        }
        let parts = try reading { () throws(HistoryError) in try history.parts(of: found.key, on: day) }
        let ranked = known.flatMap { WhyReport.Ranked(found.key, in: DayRanking(of: $0.counts, after: nil)) }
        let detail = stored.isClosed ? WhyReport.Detail.closed : .open(parts)
        let headlines = try reading { () throws(HistoryError) in try history.headlines(on: day, of: [found.key]) }
        var report = WhyReport(
            day: day, site: site.profile.site, zoneName: calendar.zoneName, csvBOM: site.profile.csvBOM, key: found.key,
            naming: ArticleNaming(headlines: headlines, url: site.profile.url, calendar: calendar, day: day),
            ranked: ranked, detail: detail, state: known?.counts.coverage.stateText ?? "")
        if ranked == nil, case .open(_, let paths, _) = detail, paths.isEmpty, let path = found.path {
            report.typedPath = path
        }
        report.origin = finder.origin(of: found.key, path: report.path)
        return report
    }
}

extension WhyReport.Ranked {
    fileprivate init?(_ key: ByteString, in ranking: DayRanking) {
        guard let row = ranking.site.rows.first(where: { $0.article.key == key }) else { return nil }
        let section = ranking.sections.first { $0.name == row.article.section }?.ranking
        self.init(
            article: row.article, rank: row.rank, articles: ranking.site.rows.count,
            sectionRank: section?.rows.first { $0.article.key == key }?.rank, sectionArticles: section?.rows.count)
    }
}

extension WhyReport.Detail {
    fileprivate static func open(_ parts: [ArticlePart]) -> WhyReport.Detail {
        let clicks = ArticleClicks(parts.map { ArticleClicks.Source(clicks: $0.clicks, followers: $0.followers) })
        var clicksByPath: [ByteString: Int] = [:]
        let sources = zip(parts, clicks.views).map { part, views in
            for path in part.paths.values { clicksByPath[path, default: 0] += 0 }
            for click in part.clicks { if let path = part.paths[click.page] { clicksByPath[path, default: 0] += 1 } }
            let uncounted = part.uncounted.map {
                WhyReport.Lines($0.verdict.outcome, rule: $0.verdict.rule, lines: $0.lines)
            }
            let counted = [(Outcome.doubleClick, part.clicks.count - views), (.view, views)].filter { $0.1 > 0 }
            return WhyReport.Source(
                name: part.name, lines: uncounted + counted.map { WhyReport.Lines($0.0, lines: $0.1) })
        }
        return .open(
            sources,
            paths: clicksByPath.map { (path: $0.key, clicks: $0.value) }
                .sorted { ($1.clicks, $0.path) < ($0.clicks, $1.path) },
            untoldLines: parts.reduce(0) { $0 + $1.untoldLines })
    }
}
