public import LogReading
public import ViewCounting

/// Who led when: the article read most in each hour of a day, in the site and in each section.
///
/// Of equal views the first by key bytes leads.
public struct HourLeaders: Sendable {
    /// The day's hours, in their order in time.
    public let hours: [LocalHour]
    /// By hour; nil for an hour without a view.
    public let site: [Leader?]
    public let sections: [ByteString: [Leader?]]

    public struct Leader: Hashable, Sendable {
        public let key: ByteString
        public let path: ByteString
        public let views: Int
    }

    /// - Parameters:
    ///   - counts: By the sections that hold on the day.
    ///   - views: The day's, whose articles are numbered in the order of `counts`.
    ///   - numbered: The same articles as numbers, where they are at hand.
    /// - Complexity: O(n) in the minutes with views and the articles of the day.
    public init(_ counts: DayCounts, _ views: MinuteViews, as numbered: NumberedDay? = nil, calendar: SiteCalendar) {
        hours = calendar.hours(of: counts.day)
        // Leaders are numbers until it is known who they are: of the articles that lead for a while, few are told.
        var site = Array(repeating: Lead(), count: hours.count)
        let sections = SectionNumbers(of: counts.articles, as: numbered)
        var sectionLeads = Array(repeating: site, count: sections.names.count)
        var viewsByHour = Array(repeating: 0, count: hours.count)
        let hours = hours
        views.forEachArticle { article, steps in
            HourLeaders.addUp(steps, into: &viewsByHour, hours)
            HourLeaders.lead(&site, article, viewsByHour)
            if let section = sections.numbers[article] {
                HourLeaders.lead(&sectionLeads[section], article, viewsByHour)
            }
        }
        func leaders(_ leads: [Lead]) -> [Leader?] {
            leads.map { lead in
                guard lead.views > 0 else { return nil }
                let article = counts.articles[lead.article]
                return Leader(key: article.key, path: article.path, views: lead.views)
            }
        }
        self.site = leaders(site)
        self.sections = Dictionary(
            uniqueKeysWithValues: zip(sections.names, sectionLeads.map(leaders)))
    }

    /// Of a day of which no minute is known.
    public init() {
        hours = []
        site = []
        sections = [:]
    }

    /// Who leads in an hour; nobody where there are no views.
    private struct Lead {
        var article = 0
        var views = 0
    }

    /// - Parameter views: By hour, in place of what they were.
    private static func addUp(_ steps: MinuteViews.Steps, into views: inout [Int], _ hours: [LocalHour]) {
        for hour in views.indices { views[hour] = 0 }
        guard !hours.isEmpty else { return }
        var hour = 0
        for step in steps {
            while hour < hours.count - 1, hours[hour].end <= Int64(step.minute) * 60 { hour += 1 }
            views[hour] += step.views
        }
    }

    /// Articles come in the order of their keys, so that of equal views the one that leads already stays.
    private static func lead(_ leads: inout [Lead], _ article: Int, _ viewsByHour: [Int]) {
        for (hour, views) in viewsByHour.enumerated() where views > leads[hour].views {
            leads[hour] = Lead(article: article, views: views)
        }
    }
}
