import ArticleRanking

/// Names of logs in a sentence: so many, then how many more.
enum SourceNames {
    /// `a.log (3 lines), b.log (1 line) and 12 more`.
    ///
    /// - Parameter written: What stands for one of them, ready for the page it goes to.
    static func listed(
        _ sources: [Restatement.Source], most: Int = mostShown, by written: (Restatement.Source) -> String
    ) -> String {
        let rest = sources.count - most
        let names = sources.prefix(most).map(written).joined(separator: ", ")
        return names + (rest > 0 ? " and \(Figures.grouped(rest)) more" : "")
    }

    private static let mostShown = 10
}
