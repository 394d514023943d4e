import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("Who led when")
struct HourLeadersTests {
    @Test(
        "Each hour's number one is the first of the window that is that hour", arguments: 1...60 as ClosedRange<UInt64>)
    func hours(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let zone = ["Asia/Tokyo", "Europe/Berlin", "Australia/Lord_Howe"].randomElement(using: &random) ?? ""
        let calendar = try #require(SiteCalendar(zoneName: zone))
        let site = try MinuteSite(&random, calendar: calendar)
        for day in site.days {
            let counts = try Days.counts(
                day.counts.day.description,
                day.counts.rows.map { row in
                    let place = try #require(site.table.place(row.place))
                    return Days.article(place.key, Int(row.views), in: place.section)
                })
            let leaders = HourLeaders(counts, day.views, calendar: calendar)
            #expect(leaders.hours == calendar.hours(of: counts.day))
            let numbered = HourLeaders(counts, day.views, as: day.counts, calendar: calendar)
            #expect(numbered.site == leaders.site && numbered.sections == leaders.sections, "seed \(seed)")
            for (index, hour) in leaders.hours.enumerated() {
                let (start, end) = (Int(hour.start / 60), Int(hour.end / 60))
                // Of this day alone: a section is the day's own.
                let alone = MinuteSite(days: [day], table: site.table, calendar: calendar)
                let told = alone.recount(WindowLength(minutes: end - start), end: end, top: 1, sectionTop: 1)
                func text(_ leader: HourLeaders.Leader?) -> [String] {
                    leader.map { ["1 \($0.key.text) \($0.path.text) \($0.views)"] } ?? []
                }
                #expect(text(leaders.site[index]) == told[0].rows, "seed \(seed)")
                for scope in told.dropFirst() {
                    let section = try #require(scope.section)
                    #expect(text(leaders.sections[section]?[index]) == scope.rows, "seed \(seed)")
                }
                let read = leaders.sections.filter { $0.value[index] != nil }.count
                #expect(read == told.count - 1, "seed \(seed)")
            }
        }
    }
}
