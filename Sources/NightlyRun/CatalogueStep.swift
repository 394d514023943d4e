import ArticleRanking
import Catalogue
import Foundation
import History
import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// The newsroom's catalogue as a run reads it: headlines by article, and what is to be said of the files.
///
/// No count hangs on it, so nothing about it ends a run.
struct CatalogueStep {
    struct File {
        let name: String
        /// Entries that stand for articles.
        var entries = 0
        /// Different articles among these.
        var articles = 0
        var problems = 0
    }

    /// In the order in which they were read, each once.
    private(set) var files: [File] = []
    /// Of several entries of one article the last one holds, field by field.
    private(set) var headlines = Headlines()
    /// A file is missing or broken: some headlines may be missing or old.
    private(set) var isDamaged = false

    /// Entries of one file that are told to be wrong; of the others their number is.
    private static let shownProblems = 3

    init(_ options: ProcessOptions, _ site: SiteSettings, console: Console) {
        let reader = CatalogueReader(rules: site.profile.articleRules, calendar: site.calendar)
        for name in names(options, site.profile, console) where !files.contains(where: { $0.name == name }) {
            let reading = reader.read(path: name)
            for entry in reading.entries { headlines.add(entry.headline, of: entry.key) }
            files.append(
                File(
                    name: name, entries: reading.accounting.headlines, articles: reading.entries.count,
                    problems: reading.problems.count))
            tell(reading, of: name, console)
        }
    }

    /// What the history is told; nil where there is no catalogue at all.
    func sighting(on day: CalendarDay) -> HeadlineSighting? {
        files.isEmpty ? nil : HeadlineSighting(day: day, headlines: headlines)
    }

    private mutating func names(_ options: ProcessOptions, _ profile: Profile, _ console: Console) -> [String] {
        if !options.catalog.isEmpty { return options.catalog }
        var names: [String] = []
        for pattern in profile.catalog {
            let matches = InputSet.files(matching: pattern)
            if matches.isEmpty {
                console.error(
                    "\(pattern): no file matches; the logs were counted without it; check `catalog` in the profile")
                files.append(File(name: pattern, problems: 1))
                isDamaged = true
            }
            names += matches
        }
        return names
    }

    private mutating func tell(_ reading: CatalogueReading, of name: String, _ console: Console) {
        for problem in reading.problems where problem.isFatal {
            isDamaged = true
            console.error("\(problem)")
        }
        let others = reading.problems.filter { !$0.isFatal }
        for problem in others.prefix(CatalogueStep.shownProblems) { console.warning("\(problem)") }
        let more = others.count - CatalogueStep.shownProblems
        if more > 0 {
            console.warning("\(name): \(Figures.count(more, "more problem", "more problems")); mend these first")
        }
    }
}
