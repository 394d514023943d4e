public import ArticleRanking
import LogReading
import ViewCounting

/// What `accessrank compare` prints: two rankings side by side, and how alike they are.
public struct ComparisonReport: Sendable {
    let site: ReportSite
    let then: PeriodRanking
    let now: PeriodRanking
    let scope: ScopePair
    let comparison: Comparison
    let similarity: Similarity?
    /// Rows of each ranking that are shown, and the last rank of the lists whose likeness is told.
    let top: Int
    /// The hours of the clock that were compared; nil for whole days.
    let sameHours: [Int]?
    let naming: ArticleNaming

    /// - Parameters:
    ///   - now: What is compared: the second that the user named.
    ///   - then: What it is compared with.
    ///   - headlines: Those that hold on the last day of `now` that is counted.
    ///   - section: As it is shown or as it is logged; nil for the site.
    ///   - top: 1 or more.
    ///   - p: One of `RankBiasedOverlap.persistences`.
    ///   - sameHours: Where only these hours (0 to 23) of both were counted, by the site's clock.
    /// - Throws: `UnknownSection` where nobody read anything in such a section in either period.
    public init(
        of now: PeriodRanking, with then: PeriodRanking, at site: ReportSite, headlines: Headlines = Headlines(),
        section: String? = nil, top: Int, p: Double, sameHours: [Int]? = nil
    ) throws(UnknownSection) {
        self.site = site
        self.then = then
        self.now = now
        self.top = max(1, top)
        self.sameHours = sameHours.map { Set($0).sorted() }
        scope = try ScopePair(
            section, then: (then.site, then.sections), now: (now.site, now.sections),
            when: "\(then.period) or \(now.period)")
        comparison = Comparison(of: scope.now, with: scope.then)
        similarity = comparison.similarity(n: self.top, p: p)
        naming = site.naming(headlines, on: now.period.days.lowerBound)
    }

    /// Ready for standard output or a file; valid UTF-8, a line end last.
    public func bytes(as form: RankOutput.Form) -> [UInt8] {
        switch form {
        case .markdown: Array(markdown.utf8)
        case .csv: csv
        case .json: Array(json.utf8)
        }
    }

    /// The articles that are shown: those of both tops.
    var rows: ComparedRows { ComparedRows(comparison.top(top), of: scope, naming: naming) }
}

extension PeriodRanking {
    var states: DayStates { DayStates(days, missing: missing) }
}
