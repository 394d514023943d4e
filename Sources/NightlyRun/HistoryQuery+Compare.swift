import ArticleRanking
import History
import LogReading
public import Reporting
import SiteProfile
public import ViewCounting

extension HistoryQuery {
    /// What `accessrank compare` is asked.
    public struct Comparing: Sendable {
        public var then: DayPeriod
        public var now: DayPeriod
        public var section: String?
        /// Rows of both rankings, and the last rank of the lists whose likeness is told; nil for the profile's.
        public var top: Int?
        /// How much weight each further rank has, of the one before it: `persistences`.
        public var persistence = 0.9
        /// Count only the hours of the clock in which all days have lines.
        public var sameHours = false
        public var form = RankOutput.Form.markdown

        /// 0 looks at the first rank alone.
        public static let persistences = RankBiasedOverlap.persistences

        public init(_ then: DayPeriod, _ now: DayPeriod) {
            self.then = then
            self.now = now
        }
    }

    /// `accessrank compare`: two rankings side by side, and how alike they are.
    public static func compare(
        _ question: Comparing, _ options: HistoryOptions
    ) -> Result<[UInt8], ExitFailure> {
        answer(options) { query throws(RunError) in try query.compare(question).bytes(as: question.form) }
    }

    private func compare(_ question: Comparing) throws(RunError) -> ComparisonReport {
        let top = question.top ?? (question.section == nil ? site.top : site.profile.sectionTop)
        let hours = question.sameHours ? try sameHours(question.then, question.now) : nil
        let then = try ranking(of: question.then, in: hours)
        let now = try ranking(of: question.now, in: hours)
        let headlines = try reading { () throws(HistoryError) in
            let last = now.days.last?.day ?? question.now.days.upperBound
            return try history.headlines(on: last, of: then.shownArticles(top).union(now.shownArticles(top)))
        }
        return try output { () throws(UnknownSection) in
            try ComparisonReport(
                of: now, with: then, at: reportSite, headlines: headlines, section: question.section, top: top,
                p: question.persistence, sameHours: hours)
        }
    }

    private func ranking(of period: DayPeriod, in hours: [Int]?) throws(RunError) -> PeriodRanking {
        let days = book.days.filter { period.days.contains($0.day) }
        guard let first = days.first else { throw missing("\(period)") }
        return try reading { () throws(HistoryError) in
            if period.kind == .day, hours == nil, let counts = try book.counts(of: first)?.counts {
                return PeriodRanking(of: DayRanking(of: counts, after: nil), counts)
            }
            let ranking: RangeRanking
            if let hours {
                ranking = try book.ranking(of: period.days, in: hours)
            } else {
                ranking = try book.ranking(of: period.days)
            }
            return PeriodRanking(
                of: ranking, as: period,
                hoursWithoutLines: days.flatMap { $0.minutes.missing(in: calendar.hours(of: $0.day)) })
        }
    }

    /// The hours of the clock in which every counted day of both periods has lines.
    private func sameHours(_ then: DayPeriod, _ now: DayPeriod) throws(RunError) -> [Int] {
        var same = Set(0..<24)
        for day in book.days where then.days.contains(day.day) || now.days.contains(day.day) {
            same.formIntersection(day.minutes.clockHours(in: calendar.hours(of: day.day)))
        }
        if same.isEmpty {
            throw RunError(
                .noInput,
                "--same-hours: no hour has lines on all days of \(then) and \(now); compare fewer days, or leave it out"
            )
        }
        return same.sorted()
    }
}

extension PeriodRanking {
    /// The articles in the first rows of the site's and of each section's ranking.
    fileprivate func shownArticles(_ top: Int) -> Set<ByteString> {
        Set(([site] + sections.map(\.ranking)).flatMap { $0.top(top).rows.map(\.article.key) })
    }
}
