import ArticleRanking

extension Similarity {
    /// What it means, for an editor; ready for a page.
    var sentence: String {
        let kept = overlap == 0 ? "None" : Figures.grouped(overlap)
        let articles = "\(Figures.count(then, "article", "articles")) most read then"
        let verb = overlap > 1 ? "are" : "is"
        return """
            \(kept) of the \(articles) \(verb) still among the \(Figures.grouped(now)) most read now.
            Weighted by rank, the lists agree to \(rounded(rbo.extrapolated)), where 1 is the same list in the same order and \
            0 not one article in common.
            (Rank-biased overlap of ranks 1 to \(Figures.grouped(n)), p = \(rbo.p); from \(rounded(rbo.minimum)) to \
            \(rounded(rbo.maximum)), whatever stands below.)
            """
    }

    private func rounded(_ value: Double) -> String { Figures.fraction(value, places: 2) }
}
