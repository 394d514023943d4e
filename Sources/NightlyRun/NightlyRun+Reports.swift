import ArticleRanking
import Reporting
import SiteProfile
import ViewCounting

/// A day that a run reports.
struct ReportedDay {
    let counts: DayCounts
    let ranking: DayRanking
}

extension NightlyRun {
    /// Writes the reports of the days that are wanted, index last.
    func writeReports(_ counts: [DayCounts], _ site: SiteSettings) throws(RunError) -> [ReportedDay] {
        var ranking: DayRanking?
        let days = counts.map { day in
            let ranked = DayRanking(of: day, after: ranking)
            ranking = ranked
            return ReportedDay(counts: day, ranking: ranked)
        }.filter { $0.ranking.day >= options.from ?? $0.ranking.day && $0.ranking.day <= options.to ?? $0.ranking.day }
        guard !days.isEmpty else { return [] }
        let folder = ReportFolder(path: site.reports)
        do throws(ReportError) {
            try folder.whileLocked { () throws(ReportError) in
                try folder.prepare()
                for day in days where try mayReplace(day.counts, in: folder) {
                    try folder.publish(report(day, site))
                }
                try folder.finish()
            }
        } catch {
            throw RunError(error.kind.status, "\(error)")
        }
        return days
    }

    /// A run without history knows only its own logs: what it finds must not push out a report that saw more.
    private func mayReplace(_ day: DayCounts, in folder: ReportFolder) throws(ReportError) -> Bool {
        if options.replace { return true }
        switch try folder.onDisk(day.day) {
        case .missing: return true
        case .published(let old) where old.totalViews <= day.views: return true
        case .published(let old):
            console.warning(
                "\(folder.path)/\(day.day): holds \(Figures.count(old.totalViews, "view", "views")), and these logs have "
                    + "\(Figures.grouped(day.views)); it was kept; --replace puts the new reports in its place")
            return false
        case .unreadable:
            console.warning(
                "\(folder.path)/\(day.day): its ranking.json cannot be read, so it is not known what it holds; it was "
                    + "kept; --replace puts the new reports in its place")
            return false
        }
    }

    private func report(_ day: ReportedDay, _ site: SiteSettings) -> DayReport {
        DayReport(
            site: site.profile.site, url: site.profile.url, calendar: site.calendar, counts: day.counts,
            ranking: day.ranking,
            robots: site.profile.robotRules.lists.map { RobotListLabel(name: $0.name, version: $0.version) },
            top: site.top, sectionTop: site.profile.sectionTop, csvBOM: site.profile.csvBOM)
    }
}

extension ReportError.Kind {
    var status: ExitStatus {
        switch self {
        case .cannotCreate: .cannotCreate
        case .io: .io
        case .permission: .permission
        case .busy: .tryAgain
        }
    }
}
