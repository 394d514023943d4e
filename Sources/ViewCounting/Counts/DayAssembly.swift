import LogReading

/// Puts together what is known of each day: lines by page and outcome from the sources, views from the reduction.
struct DayAssembly {
    private struct Parts {
        var sources: [SourceDay] = []
        /// Robots' lines and clicks by page of the merged table; pages with neither are missing.
        var robotLines: [Int: Int] = [:]
        var pageClicks: [(page: Int, count: Int)] = []
        /// By article number, in order.
        var views: [(article: Int, count: Int)] = []
        var visitors: [Int: Int] = [:]

        mutating func add(_ day: SourceDay, pageNumbers: [UInt32]) {
            sources.append(day)
            for (page, lines) in day.robotLines {
                robotLines[Int(pageNumbers[Int(page)]), default: 0] += lines
            }
        }

        /// Articles come in order, so that an article's entries of one day are added up in one place.
        mutating func add(views count: Int, of article: Int) {
            if views.last?.article == article {
                views[views.count - 1].count += count
            } else {
                views.append((article, count))
            }
        }
    }

    private let table: PageTable
    private let calendar: SiteCalendar
    private let incomplete: Bool
    private var parts: [CalendarDay: Parts] = [:]
    private var lastSecond: UInt32 = 0

    init(table: PageTable, calendar: SiteCalendar, incomplete: Bool) {
        self.table = table
        self.calendar = calendar
        self.incomplete = incomplete
    }

    /// - Parameter pageNumbers: The merged numbers of the worker's pages.
    mutating func add(_ day: SourceDay, pageNumbers: [UInt32]) {
        parts[day.day, default: Parts()].add(day, pageNumbers: pageNumbers)
        lastSecond = max(lastSecond, day.lastSecond)
    }

    /// - Parameter clicks: Pages and days of clicks.
    mutating func add(pageClicks clicks: KeyCounts) {
        for entry in clicks.entries {
            parts[CalendarDay(number: Int32(bitPattern: entry.low)), default: Parts()].pageClicks.append(
                (entry.high, entry.count))
        }
    }

    mutating func add(views: KeyCounts, visitors: KeyCounts) {
        var finder = StretchFinder(calendar)
        // Cells of an article and a day come together: they are added up before they are put in their place.
        var day = CalendarDay(number: 0)
        var article = -1
        var count = 0
        for entry in views.entries {
            let entryDay = finder.day(at: Int64(entry.low) * 60)
            if entry.high != article || entryDay != day {
                if count > 0 { parts[day, default: Parts()].add(views: count, of: article) }
                (day, article, count) = (entryDay, entry.high, 0)
            }
            count += entry.count
        }
        if count > 0 { parts[day, default: Parts()].add(views: count, of: article) }
        for entry in visitors.entries {
            let day = CalendarDay(number: Int32(bitPattern: entry.low))
            parts[day, default: Parts()].visitors[entry.high] = entry.count
        }
    }

    func finish() -> [DayCounts] {
        parts.sorted { $0.key < $1.key }.map { day, parts in
            let pages = PageSummary(robotLines: parts.robotLines, clicks: parts.pageClicks, table: table)
            var accounting = parts.sources.reduce(into: Accounting()) { $0 += $1.accounting }
            let views = parts.views.reduce(0) { $0 + $1.count }
            accounting[.doubleClick] = accounting[.view] - views
            accounting[.view] = views
            let articles = parts.views.map { article, views in
                let lines = pages.articles[article] ?? PageSummary.Lines()
                let page = lines.mostClicked.map { table.pages[$0] }
                return ArticleCounts(
                    key: table.articles[article], path: page?.path ?? "", section: page?.section, views: views,
                    visitors: parts.visitors[article] ?? 0, rawClicks: lines.rawClicks)
            }
            return DayCounts(
                day: day, coverage: coverage(of: day, parts.sources), accounting: accounting,
                articles: articles.sorted { $0.key < $1.key })
        }
    }

    private func coverage(of day: CalendarDay, _ sources: [SourceDay]) -> DayCoverage {
        let end = calendar.end(of: day) ?? .max
        var minutes = MinuteSet(day: day)
        for source in sources { minutes.formUnion(source.minutes) }
        let formats = sources.reduce(into: [LogFormat: Int]()) { $0.merge($1.formats, uniquingKeysWith: +) }
        return DayCoverage(
            state: Int64(lastSecond) >= end ? .complete : .partial,
            incomplete: incomplete,
            firstLine: calendar.localTime(at: Int64(sources.map(\.firstSecond).min() ?? 0)),
            lastLine: calendar.localTime(at: Int64(sources.map(\.lastSecond).max() ?? 0)),
            hoursWithoutLines: calendar.hours(of: day).filter { !minutes.intersects(start: $0.start, end: $0.end) },
            formats: formats.map { FormatLines(format: $0.key.rawValue, lines: $0.value) }
                .sorted { $0.format < $1.format })
    }
}
