public import ArticleRanking
public import ViewCounting

/// All that a day's reports say, ready to be written in every form.
///
/// The reports are a pure function of this value: no clock, no path and no host of the machine is in them.
public struct DayReport: Sendable {
    /// The site's name, from the profile; nil leaves it out.
    public var site: String?
    /// What article paths are put behind to make links; nil, or anything but `http` and `https`: no links.
    public var url: String?
    public var calendar: SiteCalendar
    public var counts: DayCounts
    public var ranking: DayRanking
    /// The robot lists that judged the agents, in the order of the profile.
    public var robots: [RobotListLabel]
    /// Rows of the site's ranking in `ranking.csv`, `ranking.md` and `ranking.json`.
    public var top: Int
    /// Rows of each section's ranking in `sections.csv`, `ranking.md` and `ranking.json`.
    public var sectionTop: Int
    /// Whether CSV files begin with a byte order mark, which Excel needs to read them as UTF-8.
    public var csvBOM: Bool
    /// What last changed the day's counts; nil where nothing did. It is told in `ranking.md` alone.
    public var restatement: Restatement?
    /// The headlines that hold on the day, of its articles and of those that `restatement` tells of.
    public var headlines: Headlines
    /// When the day's articles were read; it is told in Markdown alone.
    public var hours: DayHours
    /// Who led in each hour; it is told in Markdown alone.
    public var leaders: HourLeaders
    /// The windows of `windows.csv`; articles that were not read on the day have their headlines in `headlines` too.
    public var windows: [WindowTop]
    /// Each article that was read more in an hour than was to be expected, once, the surest first; those that were not read on the
    /// day have their headlines in `headlines` too.
    public var rises: [NamedRise]

    /// - Precondition: `counts` and `ranking` are of one day; both have the sections of `headlines` already.
    public init(
        site: String?, url: String?, calendar: SiteCalendar, counts: DayCounts, ranking: DayRanking,
        robots: [RobotListLabel], top: Int, sectionTop: Int, csvBOM: Bool, restatement: Restatement? = nil,
        headlines: Headlines = Headlines(), hours: DayHours = DayHours(),
        leaders: HourLeaders = HourLeaders(), windows: [WindowTop] = [],
        rises: [NamedRise] = []
    ) {
        precondition(counts.day == ranking.day, "a report's counts and ranking are of one day")
        self.site = site
        self.url = url
        self.calendar = calendar
        self.counts = counts
        self.ranking = ranking
        self.robots = robots
        self.top = max(0, top)
        self.sectionTop = max(0, sectionTop)
        self.csvBOM = csvBOM
        self.restatement = restatement
        self.headlines = headlines
        self.hours = hours
        self.leaders = leaders
        self.windows = windows
        self.rises = rises
    }

    public var day: CalendarDay { counts.day }

    /// The first rows of one of the day's rankings.
    func scope(_ ranking: Ranking, top: Int) -> RankedScope {
        RankedScope(ranking: ranking, naming: naming, top: top, hours: ShownHours(hours, counts.coverage))
    }

    var naming: ArticleNaming { ArticleNaming(headlines: headlines, url: url, calendar: calendar, day: day) }
}

/// The name and the version of a robot list, as reports tell them.
public struct RobotListLabel: Hashable, Sendable {
    public var name: String
    public var version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}
