import ArticleRanking
import ViewCounting

/// The first of some rises, as every form tells them.
struct ShownRises: Sendable {
    let rows: ArraySlice<NamedRise>
    /// More rises than are shown.
    let others: Int
    let length: WindowLength
    let naming: ArticleNaming

    /// - Parameter rises: The surest first.
    init(_ rises: [NamedRise], top: Int, length: WindowLength, naming: ArticleNaming) {
        rows = rises.prefix(max(0, top))
        others = rises.count - rows.count
        self.length = length
        self.naming = naming
    }

    func csv(byteOrderMark: Bool) -> [UInt8] {
        var table = RiseTable(calendar: naming.calendar, byteOrderMark: byteOrderMark)
        for row in rows { table.add(row, length: length, title: naming.title(of: row.key)) }
        return table.takeBytes()
    }

    /// A numbered list, a sentence each.
    ///
    /// - Parameter tellsEnd: Whether each row says when its window ended.
    func list(tellsEnd: Bool) -> String {
        zip(rows, naming.markdown(of: rows.map { ($0.key, $0.path) })).enumerated().map { index, row in
            "\(index + 1). \(row.1): \(row.0.rise.sentence(length, upTo: tellsEnd ? naming.calendar : nil))\n"
        }.joined()
    }

    var items: JSONText {
        .list(rows.map { $0.json(title: naming.title(of: $0.key), calendar: naming.calendar) })
    }
}
