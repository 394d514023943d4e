import LogReading
import ViewCounting

/// Which pages of a survey are articles: patterns, a parameter of the query, what is to be left out, and how many lines
/// each of them takes.
public struct ArticleGuess: Sendable {
    /// A pattern and what of the survey it fits before any other does, less what is excluded.
    public struct Pattern: Sendable, Equatable {
        public let text: String
        public internal(set) var lines = 0
        public internal(set) var paths = 0
        /// The commonest paths, two at most.
        public internal(set) var samples: [String] = []
    }

    /// Paths to be left out although a pattern fits them.
    public struct Exclusion: Sendable, Equatable {
        public let text: String
        public let lines: Int
        public let paths: Int
    }

    /// In the order in which they are to be tried.
    public private(set) var patterns: [Pattern] = []
    public private(set) var exclusions: [Exclusion] = []
    public let identityQuery: [QueryGuess]
    /// The commonest shapes of pages that are no articles by this guess, with a sample each.
    public private(set) var others: [(shape: String, lines: Int, sample: String)] = []

    /// Lines that are articles by this guess.
    public var lines: Int { patterns.reduce(0) { $0 + $1.lines } }

    /// A pattern for fewer of all lines is not worth its place, and a profile of more patterns is not read.
    private static let leastShare = 0.003
    private static let mostPatterns = 10
    private static let mostExclusions = 20
    private static let shownShapes = 5
    private static let samplesEach = 2

    public init(_ survey: SiteSurvey) {
        let queries = QueryGuess.all(in: survey)
        identityQuery = queries
        let byQuery = Set(queries.map(\.path))
        let paths = survey.pages.filter { !byQuery.contains($0.key) }
            .compactMap { PathForm.path($0.key, lines: $0.value.lines) }.sorted { $0.text < $1.text }
        let listings = ListingPages(paths)
        let likely = paths.filter { ListingPages.namedSegment(of: $0) == nil && !listings.isParent($0) }
        let candidates = PatternOrder.sorted(PatternCandidates(likely).patterns.subtracting(byQuery))
        let texts = PatternOrder.withoutIdle(candidates, likely, leastLines: Self.leastLines(of: survey))
        let found = Array(PatternOrder.withoutRedundant(texts, likely).prefix(ArticleGuess.mostPatterns))

        patterns = queries.map { Pattern(text: $0.path, lines: $0.lines, paths: $0.values, samples: $0.samples) }
        patterns += found.map { Pattern(text: $0.source) }
        let fitting = paths.filter { PatternOrder.first(of: found, fitting: $0.text) != nil }
        exclude(fitting, listings, found)
        exclude(files: survey.files, found)
        count(paths, found, behind: queries.count)
        patterns.removeAll { $0.lines == 0 }
    }

    private static func leastLines(of survey: SiteSurvey) -> Int {
        Int(leastShare * Double(survey.pageLines))
    }

    /// Listings and the like that patterns fit, as they would fit articles.
    private mutating func exclude(_ fitting: [PathForm.Path], _ listings: ListingPages, _ found: [PathPattern]) {
        var lines: [String: (lines: Int, paths: Int)] = [:]
        for path in fitting {
            guard let text = exclusion(of: path, listings, found) else { continue }
            lines[text, default: (0, 0)].lines += path.lines
            lines[text, default: (0, 0)].paths += 1
        }
        exclusions = lines.map { Exclusion(text: $0.key, lines: $0.value.lines, paths: $0.value.paths) }
            .sorted { ($1.lines, $0.text) < ($0.lines, $1.text) }
        if exclusions.count > ArticleGuess.mostExclusions {
            exclusions.removeLast(exclusions.count - ArticleGuess.mostExclusions)
        }
    }

    /// Files that pages are made of: once there are patterns, they alone decide.
    private mutating func exclude(files: [String: Int], _ found: [PathPattern]) {
        var lines: [Substring: (lines: Int, paths: Int)] = [:]
        for (path, count) in files where PatternOrder.first(of: found, fitting: path) != nil {
            guard let dot = path.lastIndex(of: ".") else { continue }
            lines[path[dot...], default: (0, 0)].lines += count
            lines[path[dot...], default: (0, 0)].paths += 1
        }
        exclusions += lines.map { Exclusion(text: "/**/*\($0.key)", lines: $0.value.lines, paths: $0.value.paths) }
            .sorted { ($1.lines, $0.text) < ($0.lines, $1.text) }
    }

    private func exclusion(
        of path: PathForm.Path, _ listings: ListingPages, _ found: [PathPattern]
    ) -> String? {
        if let place = ListingPages.namedSegment(of: path), !path.segments[place].contains("*") {
            return "/" + String(repeating: "*/", count: place) + path.segments[place] + "/**"
        }
        guard !path.text.contains("*"), let pattern = PatternOrder.first(of: found, fitting: path.text) else {
            return nil
        }
        // A word where the articles have a number.
        let isNoNumber = path.form.leaf == .name && found[pattern].placeholders.contains(.id)
        return listings.isParent(path) || isNoNumber ? path.text : nil
    }

    private mutating func count(_ paths: [PathForm.Path], _ found: [PathPattern], behind offset: Int) {
        let excluded = Exclusions(paths: exclusions.compactMap { try? PathPattern($0.text) })
        let rules = ArticleRules(patterns: found)
        var shapes: [String: (lines: Int, sample: PathForm.Path)] = [:]
        for path in paths.sorted(by: { ($1.lines, $0.text) < ($0.lines, $1.text) }) {
            if case .article(let article) = rules.judge(target: Array(path.text.utf8)), let number = article.pattern {
                if excluded.excludes(article: article) { continue }
                let place = offset + number
                patterns[place].lines += path.lines
                patterns[place].paths += 1
                if patterns[place].samples.count < ArticleGuess.samplesEach {
                    patterns[place].samples.append(path.text)
                }
            } else {
                shapes[PathShape.of(path: Array(path.text.utf8)), default: (0, path)].lines += path.lines
            }
        }
        others = shapes.map { ($0.key, $0.value.lines, $0.value.sample.text) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(ArticleGuess.shownShapes)
            .map { (shape: $0.0, lines: $0.1, sample: $0.2) }
    }
}
