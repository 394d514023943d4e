import LogReading

/// Puts together what is known of each day: lines by page and outcome from the sources, views from the reduction.
struct DayAssembly {
    private struct Parts {
        var lines: DayLines
        /// Robots' lines and clicks by page of the merged table; pages without are missing.
        var robotLines: [Int: Int] = [:]
        var pageClicks: [(page: Int, count: Int)] = []
        /// By number of the article in the merged table, then by minute.
        var views: [MinuteViews.Cell] = []
        var visitors: [Int: Int] = [:]
    }

    private let table: PageTable
    private let calendar: SiteCalendar
    /// Only days that have a line.
    private var parts: [CalendarDay: Parts] = [:]

    init(table: PageTable, calendar: SiteCalendar) {
        self.table = table
        self.calendar = calendar
    }

    /// - Parameter pageNumbers: The merged numbers of the pages of the table beside the day.
    mutating func add(_ day: SourceDay, pageNumbers: [UInt32]) {
        guard day.hasLines else { return }
        parts[day.day, default: Parts(lines: DayLines(noneOf: day.day))].lines += day.lines
        for entry in day.uncounted where entry.verdict.outcome == .robot {
            parts[day.day]?.robotLines[Int(pageNumbers[Int(entry.page)]), default: 0] += entry.lines
        }
    }

    /// - Parameter clicks: Pages and days of clicks.
    mutating func add(pageClicks clicks: KeyCounts) {
        for entry in clicks.entries {
            parts[CalendarDay(number: Int32(bitPattern: entry.low))]?.pageClicks.append((entry.high, entry.count))
        }
    }

    mutating func add(views: KeyCounts, visitors: KeyCounts) {
        var finder = StretchFinder(calendar)
        // An article's cells of one day come together: they are put in their place together.
        var day = CalendarDay(number: 0)
        var cells: [MinuteViews.Cell] = []
        for entry in views.entries {
            let entryDay = finder.day(at: Int64(entry.low) * 60)
            if entryDay != day {
                parts[day]?.views += cells
                cells.removeAll(keepingCapacity: true)
                day = entryDay
            }
            cells.append(
                MinuteViews.Cell(article: UInt32(entry.high), minute: entry.low, views: UInt32(clamping: entry.count)))
        }
        parts[day]?.views += cells
        for entry in visitors.entries {
            parts[CalendarDay(number: Int32(bitPattern: entry.low))]?.visitors[entry.high] = entry.count
        }
    }

    /// Earliest first.
    func finish() -> [DayTotals] {
        parts.sorted { $0.key < $1.key }.map { totals(of: $0, $1) }
    }

    private func totals(of day: CalendarDay, _ parts: Parts) -> DayTotals {
        let pages = PageSummary(robotLines: parts.robotLines, clicks: parts.pageClicks, table: table)
        /// Each article with the range of its cells.
        var articles: [(counts: ArticleCounts, cells: Range<Int>)] = []
        var start = 0
        while start < parts.views.count {
            let article = Int(parts.views[start].article)
            var end = start
            var views = 0
            while end < parts.views.count, parts.views[end].article == article {
                views += Int(parts.views[end].views)
                end += 1
            }
            let lines = pages.articles[article] ?? PageSummary.Lines()
            let page = lines.mostClicked.map { table.pages[$0] }
            let counts = ArticleCounts(
                key: table.articles[article], path: page?.path ?? "", section: page?.section, views: views,
                visitors: parts.visitors[article] ?? 0, rawClicks: lines.rawClicks)
            articles.append((counts, start..<end))
            start = end
        }
        articles.sort { $0.counts.key < $1.counts.key }

        var cells: [MinuteViews.Cell] = []
        cells.reserveCapacity(parts.views.count)
        for (index, article) in articles.enumerated() {
            cells += parts.views[article.cells].map {
                MinuteViews.Cell(article: UInt32(index), minute: $0.minute, views: $0.views)
            }
        }
        var lines = parts.lines
        let views = articles.reduce(0) { $0 + $1.counts.views }
        lines.accounting[.doubleClick] = lines.accounting[.view] - views
        lines.accounting[.view] = views
        return DayTotals(
            day: day, lines: lines, articles: articles.map(\.counts), minuteViews: MinuteViews(cells: cells))
    }
}
