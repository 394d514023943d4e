import ArticleRanking
import LogReading
import ViewCounting

extension CourseReport {
    static let csvColumns = [
        "date", "section", "rank", "article", "title", "views", "share", "visitors", "raw_clicks", "published", "path",
        "section_rank", "section_share", "state",
    ]

    /// Where no line of a day is known.
    static let unknownState = "unknown"

    /// A line for each day from the first to the last that is counted.
    var csv: [UInt8] {
        var table = CSVTable(columns: CourseReport.csvColumns, byteOrderMark: site.csvBOM)
        let title = naming.headlines[article.key].map { ByteString($0.title) }
        let published = naming.published(article.key) ?? ""
        for (day, counted) in course.daysWithGaps {
            let standing = counted?.standing
            table.add("\(day)")
            table.add(standing?.article.section)
            table.add(standing?.rank)
            table.add(article.key)
            table.add(title)
            table.add(counted?.views)
            table.add(counted.map(share) ?? "")
            table.add(counted.map { $0.standing?.article.visitors ?? 0 })
            table.add(standing?.article.rawClicks)
            table.add(published)
            table.add(standing?.article.path)
            table.add(standing?.sectionRank)
            table.add(sectionShare(standing) ?? "")
            table.add(ByteString(counted?.stateText ?? CourseReport.unknownState))
            table.endRow()
        }
        return table.bytes
    }

    func share(_ day: CourseDay) -> String { Figures.share(day.views, of: day.standing?.siteViews ?? 0) }

    /// Nil for an article without a section, or without a view.
    func sectionShare(_ standing: CourseDay.Standing?) -> String? {
        guard let standing, standing.sectionRank != nil else { return nil }
        return Figures.share(standing.article.views, of: standing.sectionViews)
    }
}
