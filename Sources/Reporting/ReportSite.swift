import ArticleRanking
public import ViewCounting

/// What a report needs to know of a site: its name, its address, its clock, and how its CSV begins.
public struct ReportSite: Sendable {
    /// From the profile; nil leaves it out.
    public var name: String?
    /// What article paths are put behind to make links; nil, or anything but `http` and `https`: no links.
    public var url: String?
    public var calendar: SiteCalendar
    /// Whether CSV begins with a byte order mark.
    public var csvBOM: Bool

    public init(name: String?, url: String?, calendar: SiteCalendar, csvBOM: Bool) {
        self.name = name
        self.url = url
        self.calendar = calendar
        self.csvBOM = csvBOM
    }

    /// - Parameter day: Ages are told on it.
    func naming(_ headlines: Headlines, on day: CalendarDay) -> ArticleNaming {
        ArticleNaming(headlines: headlines, url: url, calendar: calendar, day: day)
    }
}
