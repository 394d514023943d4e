public import ViewCounting

/// One counted day of an article's course.
public struct CourseDay: Hashable, Sendable {
    public let day: CalendarDay
    /// More of the day may come.
    public let isPartial: Bool
    /// Views may be missing: a log was damaged.
    public let isIncomplete: Bool
    /// Nil where nobody read the article on that day.
    public let standing: Standing?

    /// How an article stood on a day.
    public struct Standing: Hashable, Sendable {
        /// In the site's ranking.
        public let rank: Int
        public let article: ArticleCounts
        /// All views of the site.
        public let siteViews: Int
        /// In the ranking of its section of that day; nil without one.
        public let sectionRank: Int?
        /// All views of that section; 0 without one.
        public let sectionViews: Int

        public init(rank: Int, article: ArticleCounts, siteViews: Int, sectionRank: Int?, sectionViews: Int) {
            self.rank = rank
            self.article = article
            self.siteViews = siteViews
            self.sectionRank = sectionRank
            self.sectionViews = sectionViews
        }
    }

    public init(day: CalendarDay, isPartial: Bool, isIncomplete: Bool, standing: Standing?) {
        self.day = day
        self.isPartial = isPartial
        self.isIncomplete = isIncomplete
        self.standing = standing
    }

    /// What a numbered day says of an article, by the same rules as its rankings and without making them.
    ///
    /// - Parameter article: A number of the table by which the day was numbered; nil for an article that is not in it.
    /// - Complexity: O(n) in the articles of the day.
    public init(_ day: NumberedDay, article: UInt32?, in table: PlaceTable) {
        self.init(
            day: day.day, isPartial: day.isPartial, isIncomplete: day.isIncomplete,
            standing: day.rows.first { $0.article == article }.flatMap { Standing($0, among: day.rows, in: table) })
    }
}

extension CourseDay.Standing {
    /// Nil for a place that is not in the table.
    fileprivate init?(_ own: NumberedDay.Row, among rows: [NumberedDay.Row], in table: PlaceTable) {
        guard let place = table.places[Int(own.place)] else { return nil }
        var (rank, siteViews, sectionRank, sectionViews) = (1, 0, 1, 0)
        for row in rows {
            let isAbove = row.views > own.views
            siteViews += Int(row.views)
            if isAbove { rank += 1 }
            if row.section == own.section {
                sectionViews += Int(row.views)
                if isAbove { sectionRank += 1 }
            }
        }
        let hasSection = own.section != PlaceTable.noSection
        self.init(
            rank: rank,
            article: ArticleCounts(
                key: place.key, path: place.path, section: hasSection ? table.sections[Int(own.section)] : nil,
                views: Int(own.views), visitors: Int(own.visitors), rawClicks: Int(own.rawClicks)),
            siteViews: siteViews, sectionRank: hasSection ? sectionRank : nil,
            sectionViews: hasSection ? sectionViews : 0)
    }
}
