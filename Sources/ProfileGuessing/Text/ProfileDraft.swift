import LogReading
import Reporting

/// A profile to begin with, guessed from logs: YAML with the reason for each guess beside it.
///
/// What is certain enough to be used stands as keys; what only may be is a comment that can be turned into one.
public struct ProfileDraft: Sendable {
    public let survey: SiteSurvey
    public let logs: [SurveyedLog]
    public let zone: ZoneGuess
    public let articles: ArticleGuess
    public let globs: LogsGuess

    /// - Parameters:
    ///   - system: The name of the machine's zone.
    ///   - names: The logs' names as the profile has to have them.
    public init(_ survey: SiteSurvey, logs: [SurveyedLog], system: String?, names: [String]) {
        self.survey = survey
        self.logs = logs
        zone = ZoneGuess(survey.offsets, system: system)
        articles = ArticleGuess(survey)
        globs = LogsGuess(names)
    }

    /// The text of the profile.
    public var text: String {
        var text = DraftText()
        head(&text)
        site(&text)
        input(&text)
        articleRules(&text)
        leftOut(&text)
        rest(&text)
        return text.text
    }

    private func head(_ text: inout DraftText) {
        text.comment(
            "A first profile, made by accessrank init from what these logs show. Look at it before you trust it:")
        for log in logs {
            let format = log.format.map { "\($0.rawValue), " } ?? ""
            let cut = log.isCutShort ? "; looked at its beginning only" : ""
            let trouble = log.trouble.map { "; no more could be read: \($0)" } ?? ""
            text.comment(
                "- \(log.name): \(format)\(Figures.grouped(log.fittingLines)) of "
                    + "\(Figures.count(log.lines, "line", "lines")) fit\(cut)\(trouble)")
        }
        text.comment("Every key may be left out; docs/site-profile.md says what each one means.")
        text.comment(
            "Try it with: accessrank process --profile FILE --no-history --reports try, and a path with: "
                + "accessrank resolve /PATH --profile FILE")
    }

    private func site(_ text: inout DraftText) {
        text.gap()
        let host = mostAsked.first.map { String($0.host.split(separator: ":").first ?? "") }
        text.key("site", nil, example: "The Example Times", "in the title of the reports")
        text.key(
            "url", nil, example: "https://\(host ?? "www.example.com")", "what the links in the reports begin with")
        text.comment("Whose calendar days are counted: \(zone.reason).")
        text.key("timezone", zone.zone)
    }

    private func input(_ text: inout DraftText) {
        text.gap()
        formats(&text)
        if !mostAsked.isEmpty {
            let shown = mostAsked.prefix(ProfileDraft.shownHosts)
            text.comment(
                "The logs name hosts: "
                    + shown.map { "\($0.host) (\(Figures.count($0.lines, "page", "pages")))" }.joined(separator: ", ")
                    + ". To count some of them only:")
            text.key("hosts", nil, exampleList: shown.map { String($0.host.split(separator: ":").first ?? "") })
        }
        if let share = shareOfFewClients {
            text.comment(
                "\(ProfileDraft.fewClients) clients or fewer make \(share) of all clicks: most likely a balancer or cache "
                    + "stands in front. Have the server log X-Forwarded-For, then:")
            text.key("client", nil, example: "forwarded")
            text.key("trusted_proxies", nil, exampleList: ["10.0.0.0/8"])
        }
        text.comment("Read where the command names no log; relative to this file.")
        text.key("logs", list: globs.globs)
        text.comment("Headlines: sitemaps, feeds, or a table, relative to this file.")
        text.key("catalog", nil, exampleList: ["news-sitemap.xml"])
        text.key("reports", "reports")
        text.key("history", "accessrank.sqlite", "what is kept from night to night; made where it is missing")
        text.key("retain_days", number: 3, "then a day is closed: its clicks are deleted, its counts stay")
    }

    /// The format is left to each log: what was seen today need not be what comes tomorrow.
    private func formats(_ text: inout DraftText) {
        let names = Set(logs.compactMap { $0.format?.rawValue }).sorted()
        text.comment(
            names.count > 1
                ? "The logs have several formats (\(names.joined(separator: ", "))); each shows its own."
                : "Each log shows its own format, and these show \(names.first ?? "none"). With the key, no other is tried."
        )
        text.key("format", nil, example: names.first ?? "combined")
    }

    private func articleRules(_ text: inout DraftText) {
        text.gap()
        text.comment(
            "Which pages are articles. Of \(Figures.count(survey.pageLines, "line", "lines")) for pages\(withoutRobots), "
                + "these patterns take \(Figures.grouped(articles.lines)). The first pattern that fits decides; what stands as "
                + "{id} makes the article.")
        if articles.patterns.isEmpty {
            text.comment(
                "No habit was found in these paths. Without patterns every path is an article under itself, but for files."
            )
            text.key("articles", nil, exampleList: ["/{section}/{date}-{id}", "/{year}/{month}/{day}/{slug}"])
        } else {
            text.open("articles")
            for pattern in articles.patterns {
                text.item(pattern.text)
                let samples = pattern.samples.map { ShownText.decoding(ByteString($0)) }.joined(separator: "  ")
                text.comment(
                    "\(Figures.count(pattern.lines, "line", "lines")), "
                        + "\(Figures.count(pattern.paths, "article", "articles")): \(samples)", indent: 4)
            }
        }
        if !articles.others.isEmpty {
            text.comment("The commonest pages that no pattern takes:")
            for other in articles.others {
                text.comment(
                    "  \(other.shape): \(Figures.count(other.lines, "line", "lines")), "
                        + "such as \(ShownText.decoding(ByteString(other.sample)))")
            }
        }
        let names = articles.identityQuery.map(\.parameter)
        if let first = articles.identityQuery.first {
            text.comment(
                "\(first.path) takes \(Figures.count(first.lines, "line", "lines")), and its \(first.parameter) has "
                    + "\(Figures.count(first.values, "value", "different values")): it tells the articles apart.")
        }
        text.key(
            "identity_query", list: names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
            names.isEmpty ? "[id] on a site whose articles are /article?id=4711" : "")
    }

    private func leftOut(_ text: inout DraftText) {
        text.gap()
        text.comment("What is left out although a pattern takes it.")
        text.open("exclude")
        text.key("  clients", list: [], "the newsroom's own addresses, such as 10.0.0.0/8")
        text.key("  agents", list: [], "monitors that ask for articles all day")
        if articles.exclusions.isEmpty {
            text.key("  paths", list: [], "such as \"/*/preview/**\"")
        } else {
            text.comment("By their names, their endings, or the articles below them, these are no articles.", indent: 2)
            text.open("  paths")
            for exclusion in articles.exclusions {
                text.item(exclusion.text, indent: 4, Figures.count(exclusion.lines, "line", "lines"))
            }
        }
        text.key("  articles", list: [], "single articles, by their keys")
    }

    private func rest(_ text: inout DraftText) {
        text.gap()
        text.open("robots")
        text.key("  lists", list: ["builtin"], survey.hasAgents ? robotShare : "the logs have no agents")
        text.key("  also", list: [], "words in the agents of other robots")
        text.key("  people", list: [], "words that make an agent a person's, such as that of your own app")
        text.gap()
        text.key("top", number: 20, "articles in the site's ranking")
        text.key("section_top", number: 5, "articles in each section's")
        text.key("csv_bom", flag: false, "true where Excel has to open the CSV files")
    }

    private static let shownHosts = 5
    private static let fewClients = 3
    /// Of less nothing can be said.
    private static let fewestClicks = 100

    private var withoutRobots: String { survey.hasAgents ? ", robots left out" : "" }

    private var robotShare: String {
        let all = survey.robotLines + survey.pageLines
        return "it takes \(Figures.percentage(survey.robotLines, of: all)) of the lines for pages"
    }

    private var mostAsked: [(host: String, lines: Int)] {
        survey.hosts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { (ShownText.of($0.key), $0.value) }
    }

    /// How much of all the busiest clients make, where that is more than half.
    private var shareOfFewClients: String? {
        let most = survey.clients.values.sorted(by: >).prefix(ProfileDraft.fewClients).reduce(0, +)
        guard survey.pageLines >= ProfileDraft.fewestClicks, most > survey.pageLines / 2 else { return nil }
        return Figures.percentage(min(most, survey.pageLines), of: survey.pageLines)
    }
}
