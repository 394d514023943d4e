public import LogReading
public import ViewCounting

/// The articles of a stretch of days, numbered from 0 in the order of their keys, as windows need them.
///
/// An article has the path and the section of the last of these days on which it was read.
public struct WindowArticles: Sendable {
    /// By number.
    public let articles: [Article]
    /// The days, earliest first.
    public let days: [RangeCounts.Day]
    /// Names by number.
    public let sections: [ByteString]
    /// By the number in the table of places; `unknown` for articles that nobody read.
    private let numbers: [UInt32]

    public struct Article: Hashable, Sendable {
        public let key: ByteString
        public let path: ByteString
        /// A number of `sections`; nil for none.
        public let section: UInt32?
        /// The last day on which it was read.
        public let lastRead: CalendarDay
    }

    /// Where articles were met last, while days come in, the earliest first.
    public struct Gathering: Sendable {
        fileprivate var days: [RangeCounts.Day] = []
        /// By number in the table of places.
        fileprivate var rows: [Reading?] = []

        /// The last row of an article.
        fileprivate struct Reading {
            let row: NumberedDay.Row
            let day: CalendarDay
            /// The row's number on that day.
            let place: Int
        }

        public init() {}

        public mutating func add(_ day: NumberedDay) {
            days.append(RangeCounts.Day(of: day))
            for (place, row) in day.rows.enumerated() {
                let article = Int(row.article)
                if article >= rows.count {
                    rows += Array(repeating: nil, count: max(article + 1 - rows.count, rows.count))
                }
                rows[article] = Reading(row: row, day: day.day, place: place)
            }
        }
    }

    /// - Parameter table: What the numbers of the days stand for.
    /// - Complexity: O(n log d) in the articles and the days.
    public init(_ gathering: Gathering, in table: PlaceTable) {
        // The rows of each day are in the order of keys: put side by side first, they are runs that sorting only has to merge.
        let read = gathering.rows.compactMap(\.self)
            .sorted { $0.day != $1.day ? $0.day < $1.day : $0.place < $1.place }
            .sorted { table.keys[Int($0.row.article)] < table.keys[Int($1.row.article)] }
        var numbers = Array(repeating: WindowArticles.unknown, count: gathering.rows.count)
        var sectionNumbers: [UInt32: UInt32] = [:]
        var sections: [ByteString] = []
        articles = read.enumerated().map { index, last in
            let row = last.row
            numbers[Int(row.article)] = UInt32(index)
            var section: UInt32?
            if row.section != PlaceTable.noSection {
                section = sectionNumbers[row.section] ?? UInt32(sections.count)
                if section == UInt32(sections.count) {
                    sectionNumbers[row.section] = section
                    sections.append(table.sections[Int(row.section)])
                }
            }
            return Article(
                key: table.keys[Int(row.article)], path: table.place(row.place)?.path ?? "", section: section,
                lastRead: last.day)
        }
        self.sections = sections
        days = gathering.days
        self.numbers = numbers
    }

    /// Nil for an article that was not gathered.
    func number(of row: NumberedDay.Row) -> UInt32? {
        let article = Int(row.article)
        return article < numbers.count && numbers[article] != WindowArticles.unknown ? numbers[article] : nil
    }

    private static let unknown = UInt32.max
}
