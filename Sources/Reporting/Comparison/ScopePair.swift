import ArticleRanking
import LogReading

/// One scope in two sets of rankings: the site, or a section that one of them has at least.
struct ScopePair {
    /// Nil for the whole site; where both have the section, its ranking now.
    let section: SectionRanking?
    let then: Ranking
    let now: Ranking

    /// The rankings of a day or of several.
    typealias Rankings = (site: Ranking, sections: [SectionRanking])

    /// - Parameters:
    ///   - section: As a user wrote it; nil for the site.
    ///   - when: The days, for the message.
    /// - Throws: `UnknownSection` where nobody read anything in such a section, then or now.
    init(_ section: String?, then: Rankings, now: Rankings, when: String) throws(UnknownSection) {
        let known = Set(now.sections.map(\.name))
        let all = now.sections + then.sections.filter { !known.contains($0.name) }
        guard let found = try all.find(section, when: when) else {
            (self.section, self.then, self.now) = (nil, then.site, now.site)
            return
        }
        let ranking = { (sections: [SectionRanking]) in
            sections.first { $0.name == found.name }?.ranking ?? Ranking([], previous: nil)
        }
        (self.section, self.then, self.now) = (found, ranking(then.sections), ranking(now.sections))
    }

    /// `Access Ranking` or `Popular in Politics`, ready for a page.
    var heading: String { section.map { "Popular in \(MarkdownText.escaping($0.heading))" } ?? "Access Ranking" }
}
