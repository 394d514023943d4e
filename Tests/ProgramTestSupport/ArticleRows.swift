import Foundation

/// The rows of an `articles.csv` by the names of its columns; for files in which no cell is quoted.
public struct ArticleRows {
    public private(set) var rows: [[String: String]] = []

    public init(_ text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = lines.first else { return }
        rows = lines.dropFirst().map { cells in
            Dictionary(uniqueKeysWithValues: zip(header.map(String.init), cells.map(String.init)))
        }
    }

    /// Article and views, most views first.
    public func views(top count: Int) -> [String] {
        rows.prefix(count).map { "\($0["article"] ?? "") \($0["views"] ?? "")" }
    }
}
