/// A table of articles: `path,title,section,published[,url]`, its columns known by their names, in any order.
struct CSVCatalogue {
    private let content: FileContent
    private let collector: EntryCollector

    init(_ content: FileContent, collector: EntryCollector) {
        self.content = content
        self.collector = collector
    }

    func read() {
        var records = CSVRecords(content.bytes)
        do {
            guard let header = try records.next(), let columns = Columns(header.fields) else {
                return collector.note(
                    "is neither XML nor a table whose first line names the columns path and title; no headline was taken",
                    line: 1, remedy: "begin it with path,title,section,published,url", isFatal: true)
            }
            try readRows(&records, columns)
        } catch {
            // What is cut off by the defect of the text is no defect of the table.
            if content.defect == nil {
                collector.note(
                    "is not valid CSV (\(error.phrase)); \(collector.takenBefore)", line: error.line,
                    column: error.column, remedy: "write each quote in a quoted field twice", isFatal: true)
            }
        }
        if let defect = content.defect {
            collector.note(
                "\(defect.phrase); \(collector.takenBefore)", line: defect.line, column: defect.column,
                remedy: defect.remedy, isFatal: true)
        }
        collector.endFile()
    }

    private func readRows(_ records: inout CSVRecords, _ columns: Columns) throws(CSVRecords.Defect) {
        var unevenRows = 0
        var firstUneven = 0
        while let record = try records.next() {
            // The row at the end of what is text may be cut.
            if let defect = content.defect, records.isAtEnd, record.line <= defect.line { break }
            if record.fields.count != columns.count {
                if unevenRows == 0 { firstUneven = record.line }
                unevenRows += 1
                continue
            }
            collector.add(columns.entry(record))
        }
        if unevenRows > 0 {
            let count = unevenRows == 1 ? "a row" : "\(unevenRows) rows, the first of them here,"
            collector.note(
                "has \(count) of another number of fields than the first line's \(columns.count); not taken",
                line: firstUneven, remedy: "put fields that hold a comma in quotes", isFatal: false)
        }
    }

    /// Where each field stands in a row.
    private struct Columns {
        let count: Int
        private let path: Int?
        private let title: Int
        private let section: Int?
        private let published: Int?
        private let url: Int?

        /// Nil where a title, or both path and url, have no column.
        init?(_ header: [String]) {
            let names = header.map { HeadlineText.trimmed($0).lowercased() }
            guard let title = names.firstIndex(of: "title") else { return nil }
            self.title = title
            count = names.count
            path = names.firstIndex(of: "path")
            section = names.firstIndex(of: "section")
            published = names.firstIndex(of: "published")
            url = names.firstIndex(of: "url")
            if path == nil, url == nil { return nil }
        }

        /// - Parameter record: Has as many fields as the header.
        func entry(_ record: CSVRecords.Record) -> RawEntry {
            func field(_ column: Int?) -> String? { column.map { record.fields[$0] } }
            var entry = RawEntry()
            let path = field(path) ?? ""
            entry.url = field(url)
            entry.address = HeadlineText.trimmed(path).isEmpty ? entry.url ?? "" : path
            if HeadlineText.trimmed(entry.url ?? "").isEmpty { entry.url = path.contains("://") ? path : nil }
            entry.title = record.fields[title]
            entry.section = field(section)
            entry.published = field(published)
            entry.line = record.line
            return entry
        }
    }
}
