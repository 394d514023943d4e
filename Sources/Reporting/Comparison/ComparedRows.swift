import ArticleRanking
import LogReading
import ViewCounting

/// Articles in two rankings, as every form of a report writes them.
struct ComparedRows {
    let rows: [ComparedArticle]
    /// All views of the scope then, of which shares are told.
    let viewsThen: Int
    let viewsNow: Int
    let naming: ArticleNaming

    init(_ rows: [ComparedArticle], of scope: ScopePair, naming: ArticleNaming) {
        self.rows = rows
        viewsThen = scope.then.views
        viewsNow = scope.now.views
        self.naming = naming
    }

    var table: String {
        let names = naming.markdown(of: rows.map { ($0.key, $0.article.path) })
        return MarkdownTable(
            columns: [
                ("Is", .right), ("Was", .right), ("Move", .left), ("Views are", .right), ("Views were", .right),
                ("Change", .right), ("Share is", .right), ("Share was", .right), ("Article", .left),
            ],
            rows: zip(rows, names).map { row, name in
                [
                    row.now.map { String($0.rank) } ?? "–", row.then.map { String($0.rank) } ?? "–", row.arrow,
                    Figures.grouped(row.viewsNow), Figures.grouped(row.viewsThen), Figures.signed(row.viewsChange),
                    Figures.percentage(row.viewsNow, of: viewsNow), Figures.percentage(row.viewsThen, of: viewsThen),
                    name,
                ]
            }
        ).text
    }

    /// What the signs of movement mean.
    static let legend = "▲ ▼ places won and lost, = the same place, NEW no view then, GONE no view now."

    var items: JSONText { .list(rows.map(item)) }

    private func item(_ row: ComparedArticle) -> JSONText {
        .members([
            ("rank", .optional(row.now?.rank)),
            ("previous_rank", .optional(row.then?.rank)),
            ("change", .optional(row.change)),
            ("movement", .text(row.movement.rawValue)),
            ("article", .text(ShownText.of(row.key))),
            ("path", .text(ShownText.of(row.article.path))),
            ("url", .shown(naming.link(to: (row.key, row.article.path)))),
            ("title", naming.title(of: row.key).map { .text($0) } ?? .null),
            ("section", row.article.section.map { .text(ShownText.of($0)) } ?? .null),
            ("views", .integer(row.viewsNow)),
            ("previous_views", .integer(row.viewsThen)),
            ("views_change", .integer(row.viewsChange)),
            ("share", .number(Figures.share(row.viewsNow, of: viewsNow))),
            ("previous_share", .number(Figures.share(row.viewsThen, of: viewsThen))),
            ("published", naming.published(row.key).map { .text($0) } ?? .null),
        ])
    }

    /// The columns that `add` fills, in their order.
    static let csvColumns = [
        "section", "rank", "previous_rank", "change", "movement", "article", "title", "views", "previous_views",
        "views_change", "share", "previous_share", "published", "path",
    ]

    /// Adds the cells of one row, and leaves it open.
    func add(_ row: ComparedArticle, to table: inout CSVTable) {
        table.add(row.article.section)
        table.add(row.now?.rank)
        table.add(row.then?.rank)
        table.add(row.change)
        table.add(row.movement.rawValue)
        table.add(row.key)
        table.add(naming.headlines[row.key].map { ByteString($0.title) })
        table.add(row.viewsNow)
        table.add(row.viewsThen)
        table.add(row.viewsChange)
        table.add(Figures.share(row.viewsNow, of: viewsNow))
        table.add(Figures.share(row.viewsThen, of: viewsThen))
        table.add(naming.published(row.key) ?? "")
        table.add(row.article.path)
    }
}

extension ComparedArticle {
    /// `▲3`, `▼2`, `=`, `NEW` or `GONE`.
    var arrow: String {
        switch movement {
        case .new: "NEW"
        case .gone: "GONE"
        case .up: "▲\(change ?? 0)"
        case .down: "▼\(-(change ?? 0))"
        case .same: "="
        }
    }
}
