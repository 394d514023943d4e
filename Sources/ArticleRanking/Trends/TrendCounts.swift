/// What trends need of the views per minute: kept small while days are added, one after the other.
///
/// Of days long past only sums are kept, and of articles that can rise the views of the hours that are asked about, on the same
/// weekday.
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
    /// Views of articles in their first day by hour of the week, of the slots that are learnt from.
    private var unagedHours = Array(repeating: 0, count: TrendGrid.hoursPerWeek)
    /// What is kept by article and slot, in the order in which it came.
    private(set) var cells: [Cell] = []
    /// Where windows of past weeks are.
    private var isPast: [Bool]
    private let asked: Range<Int>
    /// Nil where each article is kept.
    private let articlesKept: AskedArticles?

    struct Cell: Sendable {
        let article: UInt32
        let slot: Int32
        var views: Int32
    }

    /// - Parameter windowMinutes: A multiple of the grid's ten minutes.
    public init(_ grid: TrendGrid, windowMinutes: Int) {
        self.init(grid, windowMinutes: windowMinutes, keeping: nil)
    }

    init(_ grid: TrendGrid, windowMinutes: Int, keeping articles: AskedArticles?) {
        self.grid = grid
        articlesKept = articles
        windowSlots = windowMinutes / TrendGrid.slotMinutes
        asked = grid.asked(windowSlots: windowSlots)
        site = Array(repeating: 0, count: grid.count)
        isPast = Array(repeating: false, count: grid.count)
        for end in grid.pastEnds.joined() {
            for slot in max(0, end - windowSlots)..<end where slot < grid.count { isPast[slot] = true }
        }
    }

    /// Adds views of an article. Days come in their order, and of a day an article's minutes in theirs.
    public mutating func add(_ views: Int, of article: UInt32, in section: UInt32, minute: UInt32) {
        guard let slot = grid.slot(Int(minute)) else { return }
        makeRoom(article)
        add(views, in: section, slot: slot)
        note(article, in: section, slot: slot)
        follow(views, of: article, slot: slot)
        if keeps(article, slot: slot) { keep(views, of: article, slot: slot) }
    }

    /// Adds a day behind those that were added.
    ///
    /// - Complexity: O(n) in its rows, and in the slots of those articles that are new, or of which some are kept.
    mutating func add(_ day: SlottedDay) {
        let base = grid.base(of: day)
        for sum in day.sums where site.indices.contains(base + Int(sum.slot)) {
            add(sum.views, in: sum.section, slot: base + Int(sum.slot))
        }
        let slots = (base..<base + day.slots).clamped(to: 0..<grid.count)
        let reachesOut = slots.count < day.slots
        let hasKept = slots.overlaps(asked) || isPast[slots].contains(true)
        var next = 0
        for row in day.rows {
            var own = next..<Int(row.cellsEnd)
            next = own.upperBound
            if reachesOut { own = slots.part(of: own) { base + Int(day.cells[$0].slot) } }
            guard !own.isEmpty else { continue }
            makeRoom(row.article)
            note(row.article, in: row.section, slot: base + Int(day.cells[own.lowerBound].slot))
            if base < followedEnd(row.article) {
                for index in own {
                    follow(Int(day.cells[index].views), of: row.article, slot: base + Int(day.cells[index].slot))
                }
            }
            guard hasKept, articlesKept?[row.article] != .nothing else { continue }
            for index in own where keeps(row.article, slot: base + Int(day.cells[index].slot)) {
                keep(Int(day.cells[index].views), of: row.article, slot: base + Int(day.cells[index].slot))
            }
        }
    }

    private mutating func makeRoom(_ article: UInt32) {
        while firstSlots.count <= Int(article) {
            firstSlots.append(-1)
            sections.append(0)
            firstDayViews.append(0)
        }
    }

    private mutating func add(_ views: Int, in section: UInt32, slot: Int) {
        while sectionHours.count <= Int(section) {
            sectionHours.append(Array(repeating: 0, count: TrendGrid.hoursPerWeek))
        }
        site[slot] += views
        if slot < grid.learntEnd { sectionHours[Int(section)][Int(grid.hours[slot])] += views }
    }

    private mutating func note(_ article: UInt32, in section: UInt32, slot: Int) {
        if firstSlots[Int(article)] < 0 { firstSlots[Int(article)] = Int32(slot) }
        sections[Int(article)] = section
    }

    /// The slot from which on nothing is learnt of an article but what its section has.
    private func followedEnd(_ article: UInt32) -> Int {
        Int(firstSlots[Int(article)]) + (isNew(Int(article)) ? TrendGrid.slotsOfYouth : TrendGrid.slotsPerDay)
    }

    private mutating func follow(_ views: Int, of article: UInt32, slot: Int) {
        guard slot < grid.learntEnd else { return }
        let age = slot - Int(firstSlots[Int(article)])
        if age < TrendGrid.slotsPerDay { unagedHours[Int(grid.hours[slot])] += views }
        guard isNew(Int(article)), age < TrendGrid.slotsOfYouth else { return }
        viewsByAge[age] += views
        if age < TrendGrid.slotsPerDay { firstDayViews[Int(article)] += views }
    }

    private func keeps(_ article: UInt32, slot: Int) -> Bool {
        switch articlesKept?[article] {
        case nil, .askedAndPast: asked.contains(slot) || isPast[slot]
        case .asked: asked.contains(slot)
        case .nothing: false
        }
    }

    private mutating func keep(_ views: Int, of article: UInt32, slot: Int) {
        if let last = cells.last, last.article == article, last.slot == Int32(slot) {
            cells[cells.count - 1].views = Int32(clamping: Int(last.views) + views)
        } else {
            cells.append(Cell(article: article, slot: Int32(slot), views: Int32(clamping: views)))
        }
    }

    /// Views of articles older than a day by hour of the week, of the slots that are learnt from.
    var agedHours: [Int] {
        unagedHours.indices.map { hour in sectionHours.reduce(0) { $0 + $1[hour] } - unagedHours[hour] }
    }

    /// The articles of which more is known than a sum over all: they are told one by one.
    var articles: [UInt32] {
        firstSlots.indices.map { UInt32($0) }.filter { article in
            firstSlots[Int(article)] >= 0 && (articlesKept?[article] != .nothing || isLearnt(Int(article)))
        }
    }

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

    /// True if what new articles have is learnt from it.
    func isLearnt(_ article: Int) -> Bool { isNew(article) && Int(firstSlots[article]) < grid.learntEnd }
}

extension Range<Int> {
    /// Those of some indices whose slots, which are in order, are in this range.
    fileprivate func part(of indices: Range<Int>, slot: (Int) -> Int) -> Range<Int> {
        let start = indices.first { slot($0) >= lowerBound } ?? indices.upperBound
        return start..<((start..<indices.upperBound).first { slot($0) >= upperBound } ?? indices.upperBound)
    }
}
