import LogReading
import ViewCounting

extension WhyReport {
    /// Paragraphs, with an empty line between each two.
    var markdown: String {
        let views = Figures.count(ranked?.article.views ?? 0, "view", "views")
        let head = [
            MarkdownText.title("why \(views) on \(WrittenDay.of(day))", of: site),
            naming.markdown(of: [(key, path)]).joined(), place, source,
        ]
        return (head + body).joined(separator: "\n\n") + "\n"
    }

    /// Where it stands in the day's rankings.
    private var place: String {
        guard let ranked else { return "It has no view on this day (\(state)), and so is in no ranking of it." }
        var text = "Rank \(Figures.grouped(ranked.rank)) of \(Figures.count(ranked.articles, "article", "articles"))"
        if let section = ranked.article.section, let rank = ranked.sectionRank, let articles = ranked.sectionArticles {
            text +=
                ", rank \(Figures.grouped(rank)) of \(Figures.grouped(articles)) in "
                + MarkdownText.escaping(ShownText.decoding(section))
        }
        return text + ", with \(Figures.count(ranked.article.views, "view", "views")) of "
            + "\(Figures.count(ranked.article.visitors, "visitor", "visitors")). The day is \(state)."
    }

    private var source: String {
        let rule =
            switch origin {
            case .pattern(let source): "by the pattern \(MarkdownText.escaping(source)) of the profile"
            case .path: "its path, since the profile has no patterns"
            case .otherProfile: "by a profile that has been changed since: no pattern gives this key now"
            }
        return "- Article: \(MarkdownText.escaping(ShownText.of(key))), \(rule)" + paths
    }

    /// Which ways its clicks took.
    private var paths: String {
        guard case .open(_, let paths, _) = detail else {
            return "\n- Path shown: \(MarkdownText.escaping(ShownText.of(path)))"
        }
        let clicked = paths.filter { $0.clicks > 0 }
        let shown = clicked.prefix(WhyReport.shownPaths).map { path, clicks in
            "\(MarkdownText.escaping(ShownText.of(path))) (\(Figures.count(clicks, "click", "clicks")))"
        }
        let rest = clicked.count - shown.count
        let more = rest > 0 ? " and \(Figures.grouped(rest)) more" : ""
        return shown.isEmpty ? "" : "\n- Paths of its clicks: \(shown.joined(separator: ", "))\(more)"
    }

    private var body: [String] {
        guard case .open(_, _, let untold) = detail else { return [closed] }
        let all = lines(of: Set(WhyReport.outcomes))
        if all == 0 { return ["No line of this day asks for it."] + note(untold) }
        return [
            "## What became of its lines", outcomeTable, "\(sum(all)) The sum was checked against the rankings.",
        ] + note(untold) + ["## By log", sourceTable]
    }

    private var closed: String {
        let (views, raw) = (ranked?.article.views ?? 0, ranked?.article.rawClicks ?? 0)
        return """
            **CLOSED:** the clicks of this day were deleted when it was closed, and with them what tells which log brought what, which
            rule judged, robots from double clicks, and the lines with another status or method. What is left:

            - \(Figures.count(views, "view", "views"))
            - \(Figures.count(raw - views, "line", "lines")) of robots and double clicks together
            """
    }

    /// `237 lines = 12 robot + 80 double-click + 145 view.`
    private func sum(_ all: Int) -> String {
        let terms = WhyReport.outcomes.filter { lines(of: [$0]) > 0 }.map {
            "\(Figures.grouped(lines(of: [$0]))) \($0.name)"
        }
        return "\(Figures.count(all, "line", "lines")) = \(terms.joined(separator: " + "))."
    }

    private var outcomeTable: String {
        MarkdownTable(
            columns: [("Lines", .right), ("Outcome", .left), ("Rule", .left)],
            rows: rules.map { [Figures.grouped($0.lines), $0.outcome.name, text(ofRule: $0)] }
        ).text.withoutLineEnd
    }

    private func text(ofRule lines: Lines) -> String {
        if !lines.rule.bytes.isEmpty { return MarkdownText.escaping(ShownText.of(lines.rule)) }
        return switch lines.outcome {
        case .view, .doubleClick: lines.outcome.explanation
        case .robot: "not known any more: counted by an older accessrank"
        default: "one of many"
        }
    }

    private var sourceTable: String {
        let shown = WhyReport.outcomes.filter { lines(of: [$0]) > 0 }
        return MarkdownTable(
            columns: shown.map { ($0.name, .right) } + [("Log", .left)],
            rows: sources.filter { !$0.lines.isEmpty }.map { source in
                shown.map { outcome in
                    Figures.grouped(source.lines.reduce(0) { $0 + ($1.outcome == outcome ? $1.lines : 0) })
                } + [MarkdownText.escaping(ShownText.of(source.name))]
            }
        ).text.withoutLineEnd
    }

    private func note(_ untold: Int) -> [String] {
        if untold == 0 { return [] }
        return [
            """
            \(Figures.count(untold, "line", "lines")) with another method or status could not be told apart by article: too many
            different ones were asked for. Some of them may be this one's.
            """
        ]
    }

    private static let shownPaths = 5
}

extension String {
    fileprivate var withoutLineEnd: String { hasSuffix("\n") ? String(dropLast()) : self }
}
