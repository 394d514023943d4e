/// One file of a report: its name within the day's folder, and its bytes.
public struct ReportFile: Hashable, Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }
}

extension DayReport {
    /// The day's files: `ranking.csv`, `sections.csv`, `articles.csv`, `windows.csv`, `trending.csv`, `ranking.md`, `ranking.json`.
    ///
    /// - Complexity: O(n) in the articles of the day.
    public func files() -> [ReportFile] {
        [
            ReportFile(name: "ranking.csv", bytes: rankingCSV),
            ReportFile(name: "sections.csv", bytes: sectionsCSV),
            ReportFile(name: "articles.csv", bytes: articlesCSV),
            ReportFile(name: "windows.csv", bytes: windowsCSV),
            ReportFile(name: "trending.csv", bytes: trendingCSV),
            ReportFile(name: "ranking.md", text: markdown),
            ReportFile(name: DayReport.jsonName, text: json),
        ]
    }

    static let jsonName = "ranking.json"
    static let markdownName = "ranking.md"
}
