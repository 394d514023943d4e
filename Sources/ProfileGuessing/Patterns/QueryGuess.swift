import LogReading

/// A path whose articles are told apart by a parameter of the query: `/article.php?id=4711`.
public struct QueryGuess: Sendable, Equatable {
    public let path: String
    public let parameter: String
    /// Lines of the path, and different values of the parameter.
    public let lines: Int
    public let values: Int
    /// Two targets at most.
    public let samples: [String]

    /// Names that programs for websites give to an article's number.
    private static let knownNames: Set<String> = [
        "id", "p", "article", "article_id", "articleid", "aid", "story", "story_id", "storyid", "news", "news_id",
        "newsid", "nid", "no", "art", "post", "post_id", "postid", "item", "itemid", "doc", "docid", "key",
    ]
    private static let leastShare = 0.05
    private static let leastShareOfLines = 0.6
    private static let leastValues = 5

    /// All such paths, that of most lines first.
    static func all(in survey: SiteSurvey) -> [QueryGuess] {
        survey.pages.compactMap { path, count in guess(path, count, of: survey.pageLines) }
            .sorted { ($1.lines, $0.path) < ($0.lines, $1.path) }
    }

    /// The front page holds articles in its query on some sites, but its own lines are none: it is left to people.
    private static func guess(_ path: String, _ count: PageCount, of all: Int) -> QueryGuess? {
        guard path != "/", !path.contains("*"), Double(count.lines) >= leastShare * Double(all) else { return nil }
        let best = count.parameters
            .filter { name, parameter in
                knownNames.contains(name.text.lowercased())
                    && parameter.values.count >= leastValues
                    && Double(parameter.lines) >= leastShareOfLines * Double(count.lines)
            }
            .min { ($1.value.lines, $0.key) < ($0.value.lines, $1.key) }
        guard let (name, parameter) = best else { return nil }
        let values = parameter.values.sorted().prefix(2)
        return QueryGuess(
            path: path, parameter: name.text, lines: count.lines, values: parameter.values.count,
            samples: values.map { "\(path)?\(name.text)=\($0.text)" })
    }
}
