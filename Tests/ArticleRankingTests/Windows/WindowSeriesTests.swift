import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Windows of a day")
struct WindowSeriesTests {
    @Test(
        "All in one pass are what each is when it is asked for alone, and what a recount gives",
        arguments: 1...120 as ClosedRange<UInt64>)
    func onePass(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = ["UTC", "Asia/Tokyo", "Europe/Berlin", "Australia/Lord_Howe"].randomElement(using: &random) ?? "UTC"
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let site = try MinuteSite(&random, calendar: calendar)
        let last = try #require(site.days.last).counts.day
        let step = WindowLength(minutes: Int.random(in: 30...400, using: &random))
        let length = WindowLength(minutes: Int.random(in: 1...5000, using: &random))
        let ends = calendar.windowEnds(of: last, every: step)
        var series = try #require(try site.series(length, ends: ends))
        for end in ends {
            series.advance(to: end)
            let top = series.top(3, sectionTop: 2)
            let alone = try #require(try site.series(length, ends: [end]))
            let told = top.scopes.map(Told.init)
            #expect(alone.top(3, sectionTop: 2).scopes.map(Told.init) == told, "seed \(seed)")
            #expect(alone.state == top.state, "seed \(seed)")
            #expect(site.recount(length, end: end, top: 3, sectionTop: 2) == told, "seed \(seed)")
            // The whole ranking has the same first rows.
            let ranking = alone.ranking
            #expect(ranking.site.views == top.scopes[0].views, "seed \(seed)")
            #expect(
                [ranking.site.top(3).rows] + ranking.sections.map { $0.ranking.top(2).rows }
                    == top.scopes.map(\.rows), "seed \(seed)")
        }
    }

    @Test("An article stands in the section of the last day on which it was read, under its path of that day")
    func section() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        var table = PlaceTable()
        let days = try ["2026-03-01", "2026-03-02"].enumerated().map { number, iso in
            let counts = try Days.counts(
                iso,
                [
                    ArticleCounts(
                        key: "a", path: ByteString("/\(number)"), section: number == 0 ? "old" : "new", views: 1,
                        visitors: 1, rawClicks: 1),
                    Days.article("b", 1, in: "old"),
                ])
            let first = try #require(calendar.minutes(of: counts.day)).lowerBound
            return (
                NumberedDay(counts, in: &table),
                MinuteViews(cells: [0, 1].map { .init(article: $0, minute: UInt32(first + 600), views: 1) })
            )
        }
        let site = MinuteSite(days: days, table: table, calendar: calendar)
        let noon = try #require(calendar.minutes(of: days[1].0.day)).lowerBound + 720
        // Up to nine o'clock it was read on the day before alone; but it was read on that day too, later.
        let morning = try #require(try site.series(.day, ends: [noon - 180])).top(5, sectionTop: 5)
        #expect(morning.scopes.map(\.section) == [nil, "new", "old"])
        #expect(morning.scopes[1].rows.map(\.article.path) == ["/1"])
        let dayBefore = try #require(try site.series(.day, ends: [noon - 720])).top(5, sectionTop: 5)
        #expect(dayBefore.scopes.map(\.section) == [nil, "old"])
        #expect(dayBefore.scopes[1].rows.map(\.article.path) == ["/0", "/b"])
    }

    @Test("A day that has views of an article without a row is told, and one whose articles all have rows")
    func changedMeanwhile() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        var table = PlaceTable()
        let counts = try Days.counts("2026-03-02", [Days.article("a", 1)])
        let first = try #require(calendar.minutes(of: counts.day)).lowerBound
        func views(_ articles: [UInt32]) -> MinuteViews {
            MinuteViews(cells: articles.map { .init(article: $0, minute: UInt32(first), views: 1) })
        }
        let day = NumberedDay(counts, in: &table)
        let site = MinuteSite(days: [(day, views([0]))], table: table, calendar: calendar)
        var series = try #require(try site.series(.day, ends: [first + 720]))
        let (isWhole, isChanged) = (series.add(day, views([0])), !series.add(day, views([0, 1])))
        #expect(isWhole && isChanged)
    }

    @Test("A window says which of its days are not known, and whether the logs reach its end")
    func state() throws {
        let calendar = try #require(SiteCalendar(zoneName: "UTC"))
        var table = PlaceTable()
        let counts = try Days.counts("2026-03-02", [Days.article("a", 1)], incomplete: true)
        let minutes = try #require(calendar.minutes(of: counts.day))
        let views = MinuteViews(cells: [.init(article: 0, minute: UInt32(minutes.lowerBound), views: 1)])
        var site = MinuteSite(days: [(NumberedDay(counts, in: &table), views)], table: table, calendar: calendar)
        let noon = minutes.lowerBound + 720
        site.latestSecond = UInt32(noon * 60 - 1)
        let before = try #require(try site.series(.day, ends: [noon])).state
        #expect(!before.isReached && before.missing == [counts.day.previous...counts.day.previous])
        #expect(before.incomplete == [counts.day])
        site.latestSecond += 1
        let within = try #require(try site.series(.threeHours, ends: [noon])).state
        #expect(within.isReached && within.missing == [])
        // A day that the zone skipped is not missing: Samoa had no 30 December 2011.
        let apia = try #require(SiteCalendar(zoneName: "Pacific/Apia"))
        let eve = try Days.counts("2011-12-31", [Days.article("a", 1)])
        let first = try #require(apia.minutes(of: eve.day)).lowerBound
        let samoa = MinuteSite(
            days: [(NumberedDay(eve, in: &table), MinuteViews(cells: []))], table: table, calendar: apia)
        let missing = try #require(try samoa.series(WindowLength(minutes: 2880), ends: [first + 60])).state.missing
        #expect(missing.map { "\($0.lowerBound) \($0.upperBound)" } == ["2011-12-28 2011-12-29"])
        // The window that the last line is in is the last one that is told.
        let clock = WindowClock(calendar: calendar, latestSecond: UInt32(noon * 60 + 59))
        #expect(clock.ends(of: counts.day, every: .hour).last == noon + 60)
    }
}

/// What a window tells of a scope, in texts.
struct Told: Hashable {
    var section: ByteString?
    var views: Int
    var rows: [String]

    init(_ scope: WindowTop.Scope) {
        section = scope.section
        views = scope.views
        rows = scope.rows.map { "\($0.rank) \($0.article.key.text) \($0.article.path.text) \($0.views)" }
    }

    init(section: ByteString?, views: Int, rows: [String]) {
        self.section = section
        self.views = views
        self.rows = rows
    }
}

private func == (ranked: [ArraySlice<RankedArticle>], told: [[WindowTop.Row]]) -> Bool {
    ranked.map { $0.map { "\($0.rank) \($0.article.key.text) \($0.article.views)" } }
        == told.map { $0.map { "\($0.rank) \($0.article.key.text) \($0.views)" } }
}
