import ArticleRanking
import LogReading
import ViewCounting

// Until the module Catalogue is merged: it reads nothing.

struct CatalogueEntry: Hashable, Sendable {
    let key: ByteString
    let headline: Headline
}

struct CatalogueProblem: CustomStringConvertible {
    let description: String
    let isFatal: Bool
}

struct CatalogueReading {
    let entries: [CatalogueEntry]
    let problems: [CatalogueProblem]
}

struct CatalogueReader {
    init(rules: ArticleRules, calendar: SiteCalendar) {}

    func read(path: String) -> CatalogueReading { CatalogueReading(entries: [], problems: []) }
}
