public import ArticleRanking
import LogReading
import ViewCounting

/// What `accessrank article` prints: how an article did from day to day.
public struct CourseReport: Sendable {
    let site: ReportSite
    let course: ArticleCourse
    let article: ArticleNaming.Article
    /// Of the course's best day; nil where they are not known.
    let hours: ArticleHours?
    let naming: ArticleNaming

    /// - Parameters:
    ///   - article: Its key, and the path by which it is shown where no day of the course shows it by another.
    ///   - headlines: Those that hold on the last day of the course.
    ///   - hours: The article's views on `course.bestDay`, where they are known.
    public init(
        of course: ArticleCourse, article: ArticleNaming.Article, at site: ReportSite,
        headlines: Headlines = Headlines(), hours: ArticleHours? = nil
    ) {
        self.course = course
        self.site = site
        self.hours = hours
        let shown = course.days.last { $0.standing != nil }?.standing?.article.path
        self.article = (article.key, shown ?? article.path)
        naming = site.naming(headlines, on: course.days.last?.day ?? course.range.upperBound)
    }

    /// Ready for standard output or a file; valid UTF-8, a line end last.
    public func bytes(as form: RankOutput.Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: csv
        case .json: Array(json.utf8)
        }
    }

    var states: DayStates {
        DayStates(
            missing: course.missing, partial: course.days.filter(\.isPartial).map(\.day),
            incomplete: course.days.filter(\.isIncomplete).map(\.day))
    }
}

extension CourseDay {
    /// As in `docs/reports.md`.
    var stateText: String {
        DayStates(missing: [], partial: isPartial ? [day] : [], incomplete: isIncomplete ? [day] : []).text
    }
}
