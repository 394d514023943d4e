import LogReading
import ViewCounting

/// The articles of a day and of the day before, numbered from 0 in the order of their keys, without a text.
///
/// An article has the path and the section of the last of both days on which it was read.
struct PairedArticles {
    /// By number: the table's number of its section; nil for none.
    private(set) var sections: [UInt32?] = []
    /// By row of the day.
    private(set) var numbers: [UInt32] = []
    /// By row of the day before.
    private(set) var numbersBefore: [UInt32] = []

    private var rows: [NumberedDay.Row] = []
    /// By number: whether it was read on the day itself.
    private var isOfDay: [Bool] = []
    private let day: CalendarDay
    private let dayBefore: CalendarDay

    /// Walks through both days at once: keys are looked at only where an article is of one of them.
    ///
    /// - Parameter table: What the numbers of both days stand for.
    /// - Complexity: O(n) in the articles.
    init(_ before: NumberedDay?, _ day: NumberedDay, in table: PlaceTable) {
        self.day = day.day
        dayBefore = before?.day ?? day.day.previous
        let rowsBefore = before?.rows ?? []
        numbers.reserveCapacity(day.rows.count)
        numbersBefore.reserveCapacity(rowsBefore.count)
        var next = 0
        for row in day.rows {
            while next < rowsBefore.count, rowsBefore[next].article != row.article,
                table.keys[Int(rowsBefore[next].article)] < table.keys[Int(row.article)]
            {
                numbersBefore.append(add(rowsBefore[next], isOfDay: false))
                next += 1
            }
            let number = add(row, isOfDay: true)
            numbers.append(number)
            guard next < rowsBefore.count, rowsBefore[next].article == row.article else { continue }
            numbersBefore.append(number)
            next += 1
        }
        for row in rowsBefore[next...] { numbersBefore.append(add(row, isOfDay: false)) }
    }

    private mutating func add(_ row: NumberedDay.Row, isOfDay: Bool) -> UInt32 {
        rows.append(row)
        self.isOfDay.append(isOfDay)
        sections.append(row.section == PlaceTable.noSection ? nil : row.section)
        return UInt32(rows.count - 1)
    }

    /// Who stands behind a number.
    func article(_ number: UInt32, in table: PlaceTable) -> WindowArticles.Article {
        let row = rows[Int(number)]
        return WindowArticles.Article(
            key: table.keys[Int(row.article)], path: table.place(row.place)?.path ?? "",
            section: sections[Int(number)], lastRead: isOfDay[Int(number)] ? day : dayBefore)
    }
}
