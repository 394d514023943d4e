import LogReading

/// Puts together what is known of each day: lines by page and outcome from the sources, views from the reduction.
struct DayAssembly {
    private struct Parts {
        var sources: [(day: SourceDay, pageNumbers: [UInt32])] = []
        /// By article number, in order.
        var views: [(article: Int, count: Int)] = []
        var visitors: [Int: Int] = [:]

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

    mutating func add(_ day: SourceDay, pageNumbers: [UInt32]) {
        parts[day.day, default: Parts()].sources.append((day, pageNumbers))
        lastSecond = max(lastSecond, day.lastSecond)
    }

    mutating func add(views: KeyCounts, visitors: KeyCounts) {
        var finder = StretchFinder(calendar)
        // Cells of an article and a day come together: they are added up before they are put in their place.
        var day = CalendarDay(number: 0)
        var article = -1
        var count = 0
        for entry in views.entries {
            let entryDay = finder.day(at: Int64(entry.number) * 60)
            if entry.article != article || entryDay != day {
                if count > 0 { parts[day, default: Parts()].add(views: count, of: article) }
                (day, article, count) = (entryDay, entry.article, 0)
            }
            count += entry.count
        }
        if count > 0 { parts[day, default: Parts()].add(views: count, of: article) }
        for entry in visitors.entries {
            let day = CalendarDay(number: Int32(bitPattern: entry.number))
            parts[day, default: Parts()].visitors[entry.article] = entry.count
        }
    }

    func finish() -> [DayCounts] {
        parts.sorted { $0.key < $1.key }.map { day, parts in
            let pages = PageSummary(parts.sources, table: table)
            var accounting = parts.sources.reduce(into: Accounting()) { $0 += $1.day.accounting }
            let views = parts.views.reduce(0) { $0 + $1.count }
            accounting[.doubleClick] = accounting[.view] - views
            accounting[.view] = views
            let articles = parts.views.map { article, views in
                let page = pages.mostClicked[article].map { table.pages[$0] }
                return ArticleCounts(
                    key: table.articles[article], path: page?.path ?? "", section: page?.section, views: views,
                    visitors: parts.visitors[article] ?? 0, rawClicks: pages.rawClicks[article])
            }
            return DayCounts(
                day: day, coverage: coverage(of: day, parts.sources.map(\.day)), accounting: accounting,
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

/// A day's lines by article, from its lines by page.
struct PageSummary {
    /// Robots' lines and clicks, by article number.
    private(set) var rawClicks: [Int]
    /// The number of the page with the most clicks, by article number; of several the one with the least path.
    private(set) var mostClicked: [Int?]

    init(_ sources: [(day: SourceDay, pageNumbers: [UInt32])], table: PageTable) {
        var lines = [(robots: Int, clicks: Int)](repeating: (0, 0), count: table.pages.count)
        for (day, numbers) in sources {
            for (own, page) in day.pages.enumerated() where page != PageLines() {
                lines[Int(numbers[own])].robots += Int(page.robots)
                lines[Int(numbers[own])].clicks += Int(page.clicks)
            }
        }
        rawClicks = Array(repeating: 0, count: table.articles.count)
        mostClicked = Array(repeating: nil, count: table.articles.count)
        for number in table.pages.indices {
            let article = Int(table.pages[number].article)
            rawClicks[article] += lines[number].robots + lines[number].clicks
            guard lines[number].clicks > 0 else { continue }
            if let best = mostClicked[article] {
                let (clicks, bestClicks) = (lines[number].clicks, lines[best].clicks)
                if clicks < bestClicks { continue }
                if clicks == bestClicks, table.pages[best].path < table.pages[number].path { continue }
            }
            mostClicked[article] = number
        }
    }
}
