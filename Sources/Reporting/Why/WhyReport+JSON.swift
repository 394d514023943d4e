import LogReading
import ViewCounting

extension WhyReport {
    var json: String {
        let article = ranked?.article
        var members: [(name: String, value: JSONText)] = [
            ("schema", .integer(WhyReport.jsonSchema)),
            ("site", .shown(site)),
            ("day", .text("\(day)")),
            ("timezone", .shown(zoneName)),
            ("state", .text(state)),
            ("article", .text(ShownText.of(key))),
            ("path", .text(ShownText.of(path))),
            ("url", .shown(naming.link(to: (key, path)))),
            ("title", .shown(naming.title(of: key))),
            ("section", article?.section.map { .text(ShownText.of($0)) } ?? .null),
            ("pattern", .shown(pattern)),
            ("views", .integer(article?.views ?? 0)),
            ("visitors", .integer(article?.visitors ?? 0)),
            ("raw_clicks", .integer(article?.rawClicks ?? lines(of: [.robot, .doubleClick, .view]))),
            ("rank", .optional(ranked?.rank)),
            ("articles", .optional(ranked?.articles)),
            ("section_rank", .optional(ranked?.sectionRank)),
            ("section_articles", .optional(ranked?.sectionArticles)),
        ]
        switch detail {
        case .closed:
            members += [("is_closed", .number("true")), ("outcomes", .null), ("rules", .null), ("sources", .null)]
            members += [("paths", .null), ("untold_lines", .null)]
        case .open(_, let paths, let untold):
            members += [
                ("is_closed", .number("false")),
                ("outcomes", .members(WhyReport.outcomes.map { ($0.name, .integer(lines(of: [$0]))) })),
                ("rules", .list(rules.map(json(of:)))),
                ("sources", .list(sources.map(json(of:)))),
                (
                    "paths",
                    .list(
                        paths.map { path, clicks in
                            .members([("path", .text(ShownText.of(path))), ("clicks", .integer(clicks))])
                        })
                ),
                ("untold_lines", .integer(untold)),
            ]
        }
        return JSONText.members(members).document
    }

    private var pattern: String? {
        if case .pattern(let source) = origin { return source }
        return nil
    }

    /// Changes where a member's meaning does; members are only ever added.
    private static let jsonSchema = 1

    private func json(of source: Source) -> JSONText {
        .members([
            ("name", .shown(source.name)),
            ("lines", .integer(source.lines.reduce(0) { $0 + $1.lines })),
            ("rules", .list(WhyReport.summed(source.lines).map(json(of:)))),
        ])
    }

    private func json(of lines: Lines) -> JSONText {
        .members([
            ("outcome", .text(lines.outcome.name)),
            ("rule", lines.rule.bytes.isEmpty ? .null : .text(ShownText.of(lines.rule))),
            ("lines", .integer(lines.lines)),
        ])
    }
}
