import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// Finds the article that somebody means: by its key, its path, or its address.
struct ArticleFinder {
    let rules: ArticleRules

    /// An article and the path by which it was named.
    struct Found {
        let key: ByteString
        /// Nil where it was named by its key.
        let path: ByteString?
    }

    /// - Parameters:
    ///   - text: As a report shows it, or as it stands in a log or in a browser.
    ///   - isKnown: Whether the history has an article with this key.
    /// - Throws: `RunError` where it is neither a known key nor the path of an article.
    func find(_ text: String, isKnown: (ByteString) throws(RunError) -> Bool) throws(RunError) -> Found {
        let typed = ByteString(text)
        if try isKnown(typed) { return Found(key: typed, path: nil) }
        switch rules.judge(target: typed.bytes) {
        case .article(let address): return Found(key: ByteString(address.key), path: ByteString(address.path))
        case .otherPage(let reason):
            throw RunError(
                .noInput,
                "\(ShownText.of(text)): the history has no article with this key, and as a path it is none (\(reason)); see how "
                    + "it is read with: accessrank resolve")
        }
    }

    /// How the profile, as it is now, comes from a path to an article.
    func origin(of key: ByteString, path: ByteString) -> WhyReport.Origin {
        if rules.patterns.isEmpty { return .path }
        // A key with a kept query says more than the path.
        for target in [path, key] {
            if case .article(let address) = rules.judge(target: target.bytes), ByteString(address.key) == key,
                let place = address.pattern
            {
                return .pattern(rules.patterns[place].source)
            }
        }
        return .otherProfile
    }
}
