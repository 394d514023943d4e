/// What trends need of the views per minute: kept small while days are added, one after the other.
///
/// Of days long past only sums are kept, and the views of the hours that are asked about, on the same weekday.
public struct TrendCounts: Sendable {
    public let grid: TrendGrid
    /// The window's length.
    let windowSlots: Int

    /// Views by slot.
    private(set) var site: [Int]
    /// Views by section and hour of the week, of the slots that are learnt from.
    private(set) var sectionHours: [[Int]] = []
    /// By article: the slot of its first view; -1 for none.
    private(set) var firstSlots: [Int32] = []
    /// By article: its section on the last of its days.
    private(set) var sections: [UInt32] = []
    /// By article: its views in the first day after its first view, of those that are learnt from.
    private(set) var firstDayViews: [Int] = []
    /// Views of new articles by slots since their first view.
    private(set) var viewsByAge = Array(repeating: 0, count: TrendGrid.slotsOfYouth)
    /// Views of articles older than a day by hour of the week, of the slots that are learnt from.
    private(set) var agedHours = Array(repeating: 0, count: TrendGrid.hoursPerWeek)
    /// What is kept by article and slot, in the order in which it came.
    private(set) var cells: [Cell] = []
    private var isKept: [Bool]

    struct Cell: Sendable {
        let article: UInt32
        let slot: Int32
        var views: Int32
    }

    /// - Parameter windowMinutes: A multiple of the grid's ten minutes.
    public init(_ grid: TrendGrid, windowMinutes: Int) {
        self.grid = grid
        windowSlots = windowMinutes / TrendGrid.slotMinutes
        site = Array(repeating: 0, count: grid.count)
        isKept = Array(repeating: false, count: grid.count)
        for (end, past) in zip(grid.ends, grid.pastEnds) {
            keep(max(0, end - windowSlots - TrendGrid.slotsPerDay)..<end)
            for end in past { keep(max(0, end - windowSlots)..<end) }
        }
    }

    /// Adds views of an article. Days come in their order, and of a day an article's minutes in theirs.
    public mutating func add(_ views: Int, of article: UInt32, in section: UInt32, minute: UInt32) {
        guard let slot = grid.slot(Int(minute)) else { return }
        makeRoom(for: article, in: section)
        add(views, of: article, in: section, slot: slot)
    }

    /// Adds a day behind those that were added. Section 0 is none; the others have the number behind that of the day.
    mutating func add(_ day: SlottedDay) {
        var start = 0
        for row in day.rows {
            let section = row.section == PlaceTable.noSection ? 0 : row.section + 1
            makeRoom(for: row.article, in: section)
            for cell in day.cells[start..<Int(row.cellsEnd)] {
                let minute = day.firstMinute + Int(cell.slot) * TrendGrid.slotMinutes
                guard let slot = grid.slot(minute) else { continue }
                add(Int(cell.views), of: row.article, in: section, slot: slot)
            }
            start = Int(row.cellsEnd)
        }
    }

    private mutating func makeRoom(for article: UInt32, in section: UInt32) {
        while firstSlots.count <= Int(article) {
            firstSlots.append(-1)
            sections.append(0)
            firstDayViews.append(0)
        }
        while sectionHours.count <= Int(section) {
            sectionHours.append(Array(repeating: 0, count: TrendGrid.hoursPerWeek))
        }
    }

    private mutating func add(_ views: Int, of article: UInt32, in section: UInt32, slot: Int) {
        let number = Int(article)
        if firstSlots[number] < 0 { firstSlots[number] = Int32(slot) }
        sections[number] = section
        site[slot] += views
        if slot < grid.learntEnd {
            sectionHours[Int(section)][Int(grid.hours[slot])] += views
            let age = slot - Int(firstSlots[number])
            if age >= TrendGrid.slotsPerDay { agedHours[Int(grid.hours[slot])] += views }
            if isNew(number), age < TrendGrid.slotsOfYouth {
                viewsByAge[age] += views
                if age < TrendGrid.slotsPerDay { firstDayViews[number] += views }
            }
        }
        guard isKept[slot] else { return }
        if let last = cells.last, last.article == article, last.slot == Int32(slot) {
            let sum = Int(last.views) + views
            cells[cells.count - 1].views = Int32(clamping: sum)
        } else {
            cells.append(Cell(article: article, slot: Int32(slot), views: Int32(clamping: views)))
        }
    }

    /// The articles with views, by number.
    var articles: [UInt32] { firstSlots.indices.filter { firstSlots[$0] >= 0 }.map { UInt32($0) } }

    /// What is known of articles as a whole, numbered by their places in a list; of slots nothing.
    func inOrder(_ articles: [UInt32]) -> TrendCounts {
        var counts = self
        counts.cells = []
        counts.firstSlots = articles.map { firstSlots[Int($0)] }
        counts.sections = articles.map { sections[Int($0)] }
        counts.firstDayViews = articles.map { firstDayViews[Int($0)] }
        return counts
    }

    /// True if the article was first read on the second day of the counts or later: before that its age is not known.
    func isNew(_ article: Int) -> Bool { Int(firstSlots[article]) >= TrendGrid.slotsPerDay }

    private mutating func keep(_ slots: Range<Int>) {
        for slot in slots where slot < isKept.count { isKept[slot] = true }
    }
}
