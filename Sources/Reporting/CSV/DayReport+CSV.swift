import ArticleRanking
import ViewCounting

extension DayReport {
    /// The site's ranking, the first `top` rows.
    var rankingCSV: [UInt8] { csv([scope(ranking.site, top: top)]) }

    /// The whole ranking of the site.
    var articlesCSV: [UInt8] { csv([scope(ranking.site, top: .max)]) }

    /// The first `sectionTop` rows of every section, the largest section first.
    var sectionsCSV: [UInt8] {
        csv(ranking.sections.map { scope($0.ranking, top: sectionTop) })
    }

    /// The first rows of the 24 hours up to each full hour: of the site, and of every section.
    var windowsCSV: [UInt8] {
        var csv = WindowsCSV(calendar: calendar, byteOrderMark: csvBOM)
        for window in windows { csv.add(window) { headlines[$0.key]?.title } }
        return csv.takeBytes()
    }

    private func csv(_ scopes: [RankedScope]) -> [UInt8] {
        RankedScope.csv(scopes, date: day.description, byteOrderMark: csvBOM)
    }
}
