public import ArticleRanking
public import LogReading
public import ViewCounting

/// All that is said of several days together, ready to be written in every form.
public struct RangeReport: Sendable {
    /// The site's name, from the profile; nil leaves it out.
    public var site: String?
    /// What article paths are put behind to make links; nil, or anything but `http` and `https`: no links.
    public var url: String?
    public var calendar: SiteCalendar
    public var ranking: RangeRanking
    /// Rows of the site's ranking.
    public var top: Int
    /// Rows of a section's ranking.
    public var sectionTop: Int
    /// Whether CSV begins with a byte order mark.
    public var csvBOM: Bool
    /// The headlines that hold on the last day of the range that is counted.
    public var headlines: Headlines

    public init(
        site: String?, url: String?, calendar: SiteCalendar, ranking: RangeRanking, top: Int, sectionTop: Int,
        csvBOM: Bool, headlines: Headlines = Headlines()
    ) {
        self.site = site
        self.url = url
        self.calendar = calendar
        self.ranking = ranking
        self.top = max(0, top)
        self.sectionTop = max(0, sectionTop)
        self.csvBOM = csvBOM
        self.headlines = headlines
    }

    /// The articles in the first rows of the site's and the sections' rankings, those alone whose headlines are shown.
    public var shownArticles: Set<ByteString> {
        let scopes = [(ranking.site, top)] + ranking.sections.map { ($0.ranking, sectionTop) }
        return Set(scopes.flatMap { ranking, top in ranking.top(top).rows.map(\.article.key) })
    }

    /// An article's age is told on the first day of the range.
    var naming: ArticleNaming {
        ArticleNaming(headlines: headlines, url: url, calendar: calendar, day: ranking.range.lowerBound)
    }

    /// As of a day: `partial` too where a day of the range is not known at all.
    var stateText: String { states.text }

    var stateSentences: String {
        states.sentences.isEmpty
            ? "Complete: the logs go on past the end of every day." : states.sentences.joined(separator: "\n\n")
    }

    private var states: DayStates { DayStates(ranking.days, missing: ranking.missing) }
}

/// Days that follow each other, as one: `2026-03-01..2026-03-03`.
enum DayRuns {
    /// - Parameter days: Earliest first, each once.
    static func of(_ days: [CalendarDay]) -> [ClosedRange<CalendarDay>] {
        var runs: [ClosedRange<CalendarDay>] = []
        for day in days {
            if let last = runs.last, last.upperBound.next == day {
                runs[runs.count - 1] = last.lowerBound...day
            } else {
                runs.append(day...day)
            }
        }
        return runs
    }

    static func text(_ run: ClosedRange<CalendarDay>) -> String {
        run.lowerBound == run.upperBound ? "\(run.lowerBound)" : "\(run.lowerBound)..\(run.upperBound)"
    }

    static func text(_ runs: [ClosedRange<CalendarDay>]) -> String { runs.map { text($0) }.joined(separator: ", ") }
}
