import LogReading
public import ViewCounting

/// The ranking of several days together: the whole site's, and each section's.
///
/// Views and raw clicks are those of all the days. Visitors cannot be added up: **`visitors` is 0 in every row**, and no
/// form of a report shows it. Nothing is said of movement.
///
/// In the site's ranking an article is shown under the path that had most of its views (ties: least bytes), in that path's
/// section, or in that which the newsroom names. In a section's ranking are the views of the days on which the article was
/// in that section.
public struct RangeRanking: Sendable {
    public let range: ClosedRange<CalendarDay>
    /// The days of the range that are counted here, earliest first.
    public let days: [RangeCounts.Day]
    /// The days of the range that are not, those that follow each other as one.
    public let missing: [ClosedRange<CalendarDay>]
    public let site: Ranking
    /// By views, most first, then by name bytes, as on a day.
    public let sections: [SectionRanking]

    /// - Parameters:
    ///   - table: What the numbers of the days stand for.
    ///   - catalogueSection: The section that the newsroom names for an article on the last day that is counted: that of
    ///     the site's row.
    /// - Complexity: O(n log n) in the articles.
    public init(
        of counts: RangeCounts, in table: PlaceTable, catalogueSection: (UInt32) -> UInt32? = { _ in nil }
    ) {
        range = counts.range
        days = counts.days
        missing = counts.missing
        let naming = Naming(table: table)
        let placed = counts.placed.sorted { table.article(ofPlace: $0.place) < table.article(ofPlace: $1.place) }
        site = Ranking(
            naming.byArticle(placed[...]).map { places in
                let shown = naming.shown(of: places)
                let section = catalogueSection(table.article(ofPlace: shown.place)) ?? shown.section
                return naming.counts(of: places, shownAs: shown, in: section)
            }, previous: nil)
        var bySection: [UInt32: [RangeCounts.Placed]] = [:]
        for place in placed where place.section != PlaceTable.noSection {
            bySection[place.section, default: []].append(place)
        }
        sections = SectionRanking.inOrder(
            bySection.map { section, placed in
                SectionRanking(
                    name: table.sections[Int(section)],
                    ranking: Ranking(
                        naming.byArticle(placed[...]).map { places in
                            naming.counts(of: places, shownAs: naming.shown(of: places), in: section)
                        }, previous: nil))
            })
    }
}

/// What is said of an article that was shown in several ways.
private struct Naming {
    let table: PlaceTable

    /// Pieces of one article each.
    ///
    /// - Parameter placed: Those of an article side by side.
    func byArticle(_ placed: ArraySlice<RangeCounts.Placed>) -> [ArraySlice<RangeCounts.Placed>] {
        var pieces: [ArraySlice<RangeCounts.Placed>] = []
        var rest = placed
        while let first = rest.first {
            let article = table.article(ofPlace: first.place)
            let end = rest.firstIndex { table.article(ofPlace: $0.place) != article } ?? rest.endIndex
            pieces.append(rest[..<end])
            rest = rest[end...]
        }
        return pieces
    }

    /// - Parameter places: At least one, all of one article.
    func shown(of places: ArraySlice<RangeCounts.Placed>) -> RangeCounts.Placed {
        if places.count == 1 { return places[places.startIndex] }
        var viewsByPath: [ByteString: Int] = [:]
        for place in places { viewsByPath[path(place), default: 0] += place.views }
        // A path whose section changed within the range is in the one of most views.
        let shown = places.min { left, right in
            let (leftPath, rightPath) = (path(left), path(right))
            let (leftViews, rightViews) = (viewsByPath[leftPath] ?? 0, viewsByPath[rightPath] ?? 0)
            if leftViews != rightViews { return leftViews > rightViews }
            if leftPath != rightPath { return leftPath < rightPath }
            if left.views != right.views { return left.views > right.views }
            guard let first = section(left.section), let second = section(right.section) else {
                return left.section == PlaceTable.noSection
            }
            return first < second
        }
        return shown ?? places[places.startIndex]
    }

    func counts(
        of places: ArraySlice<RangeCounts.Placed>, shownAs shown: RangeCounts.Placed, in section: UInt32
    ) -> ArticleCounts {
        ArticleCounts(
            key: table.keys[Int(table.article(ofPlace: shown.place))], path: path(shown),
            section: self.section(section),
            views: places.reduce(0) { $0 + $1.views }, visitors: 0, rawClicks: places.reduce(0) { $0 + $1.rawClicks })
    }

    private func path(_ place: RangeCounts.Placed) -> ByteString {
        table.place(place.place)?.path ?? ""
    }

    private func section(_ number: UInt32) -> ByteString? {
        number == PlaceTable.noSection ? nil : table.sections[Int(number)]
    }
}
