import ArticleRanking
import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// What a day's report is made of, read and ranked: the rest needs neither history nor order, and is left to whoever writes it.
struct UnwrittenReport: Sendable {
    let site: SiteSettings
    let calendar: SiteCalendar
    let robots: RobotLabels
    let counts: DayCounts
    let totals: DayTotals
    let ranking: DayRanking
    /// The same articles as numbers, where they are at hand.
    let numbered: NumberedDay?
    let restatement: Restatement?
    /// Nil where windows are not told.
    let windows: Windows?
    /// Of the day itself.
    let headlines: Headlines
    /// By these go articles that were read on the day before, and not on this one: that day's revision tells when one changes.
    let headlinesBefore: Headlines
    let rises: Rises

    /// What windows are made of.
    struct Windows: Sendable {
        let day: MinuteDay
        /// Nil where no line of it is known.
        let before: MinuteDay?
        /// What the numbers of both days stand for.
        let table: PlaceTable
        let clock: WindowClock
    }

    /// What rose on the day.
    enum Rises: Sendable {
        /// With the headlines of those that were not read on the day.
        case told([NamedRise], goneBy: Headlines)
        /// Counted, and not looked through yet.
        case counted(PlacedCounts, in: PlaceTable)
    }

    /// - Complexity: O(n) in the articles of the day and of the day before, and in their minutes.
    func report() -> DayReport {
        let windows = shownWindows
        let (rises, goneBy) = shownRises
        var headlines = headlines
        if !headlinesBefore.isEmpty {
            let left = TopMoves(ranking.site, top: site.top, most: DayReport.shownMovers)?.left.told ?? []
            headlines.fill(from: headlinesBefore, of: left.map(\.key))
            headlines.fill(from: headlinesBefore, of: windows.flatMap { $0.articles.map(\.key) })
        }
        headlines.fill(from: goneBy, of: rises.lazy.filter { $0.lastRead < counts.day }.map(\.key))
        return DayReport(
            site: site.profile.site, url: site.profile.url, calendar: calendar, counts: counts, ranking: ranking,
            robots: robots.labels, top: site.top, sectionTop: site.profile.sectionTop, csvBOM: site.profile.csvBOM,
            restatement: restatement, headlines: headlines, hours: DayHours(totals, calendar: calendar),
            leaders: HourLeaders(counts, totals.minuteViews, as: numbered, calendar: calendar), windows: windows,
            rises: rises)
    }

    private var shownWindows: [WindowTop] {
        guard let windows else { return [] }
        return WindowTop.hourly(
            of: windows.day, after: windows.before, in: windows.table, clock: windows.clock, top: site.top,
            sectionTop: site.profile.sectionTop)
    }

    private var shownRises: (rises: [NamedRise], goneBy: Headlines) {
        switch rises {
        case .told(let rises, let headlines): (rises, headlines)
        case .counted(let counts, let table): (counts.rises(in: table).strongest, Headlines())
        }
    }
}
