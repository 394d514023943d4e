import Foundation
import LogSynthesis
import ProgramTestSupport
import TestSupport
import Testing

/// Days where the clock changes, through the history, night by night.
@Suite("Zones")
struct ZoneTests {
    struct Place: Sendable, CustomStringConvertible {
        var zone: String
        var start: String
        /// What is odd about these days.
        var description: String
    }

    static let places = [
        Place(zone: "Asia/Tokyo", start: "2026-03-01", description: "Tokyo, where the clock stands"),
        Place(zone: "Europe/Berlin", start: "2026-03-28", description: "Berlin, a day of 23 hours"),
        Place(zone: "Europe/Berlin", start: "2026-10-24", description: "Berlin, a day of 25 hours"),
        Place(zone: "America/Sao_Paulo", start: "2018-11-03", description: "São Paulo, a day that begins at 1"),
        Place(zone: "America/Sao_Paulo", start: "2018-02-16", description: "São Paulo, midnight put back to 23"),
        Place(zone: "Australia/Lord_Howe", start: "2026-04-04", description: "Lord Howe, half an hour more"),
        Place(zone: "Australia/Lord_Howe", start: "2026-10-03", description: "Lord Howe, half an hour less"),
    ]

    @Test("Night by night, with another TZ each, the truth is found", arguments: places)
    func nightByNight(_ place: Place) throws {
        let site = try Site(
            SynthesisOptions(
                lines: 4000, days: 3, articles: 30, seed: 17, start: place.start, timezone: place.zone, servers: 2),
            now: "\(place.start)T00:00:00Z")
        let zones = ["Pacific/Chatham", "America/New_York", place.zone, "UTC", "", ":/nowhere"]
        // Nothing is closed: each night is soon after the last of the days.
        let now = ["--now", try after(site.truth.days.last?.day ?? "")]
        for (number, name) in site.names.enumerated() {
            var program = site.process([name], now)
            program.environment["TZ"] = zones[number % zones.count]
            let ending = try program.run(in: site.scratch)
            #expect(ending == Program.Ending(stdout: [], stderr: [], status: 0), "\(ending.errors)")
        }
        for day in site.truth.days {
            let rows = ArticleRows(try site.scratch.text("reports/\(day.day)/articles.csv")).rows
            let found = rows.map { [$0["article"], $0["views"], $0["visitors"], $0["raw_clicks"]] }
            let known = day.articles.map { [$0.key, "\($0.views)", "\($0.visitors)", "\($0.rawClicks)"] }
            #expect(found == known, "\(day.day)")
        }
    }

    /// What the C library says of the days, which has its zones from elsewhere.
    @Test("A reader every ten minutes is counted on the days that date(1) says", arguments: places)
    func daysOfTheSystem(_ place: Place) throws {
        let scratch = try Scratch()
        let noon = try #require(try? Date("\(place.start)T00:00:00Z", strategy: .iso8601))
        let first = Int(noon.timeIntervalSince1970) - 43_200
        let seconds = (0..<(4 * 144)).map { first + $0 * 600 }
        try scratch.write(Array(seconds.map { "@\($0)\n" }.joined().utf8), to: "instants")
        var date = Program(
            executable: URL(fileURLWithPath: "/bin/date"),
            arguments: ["-f", "instants", "+%F %d/%b/%Y:%H:%M:%S %z"])
        date.environment = ["TZ": place.zone, "LC_ALL": "C"]
        let told = try date.run(in: scratch).output.split(separator: "\n").map {
            $0.split(separator: " ", maxSplits: 1)
        }
        try #require(told.count == seconds.count)
        var views: [String: Int] = [:]
        var log = ""
        for (number, words) in told.enumerated() {
            views[String(words[0]), default: 0] += 1
            let client = "192.0.2.\(number % 250)"
            log +=
                "\(client) - - [\(words[1])] \"GET /news/bridge HTTP/1.1\" 200 9 \"-\" \"Mozilla/5.0 (X11; Linux x86_64; rv:\(number)) Firefox/126\"\n"
        }
        try scratch.write(Array(log.utf8), to: "access.log")
        var program = Program.accessrank([
            "process", "access.log", "--timezone", place.zone, "--now", "\(place.start)T00:00:00Z", "--summary", "-",
        ])
        program.arguments[5] = try after(place.start, days: 5)
        let ending = try program.run(in: scratch)
        #expect(ending.status == 0, "\(ending.errors)")
        let days = try Summary(ending.stdout).days
        #expect(Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.views) }) == views)
    }

    /// Two and a half days after a day began in UTC: the day is over in every zone, and open.
    private func after(_ day: String, days: Double = 2.5) throws -> String {
        let start = try Date("\(day)T00:00:00Z", strategy: .iso8601)
        return (start + days * 86_400).formatted(.iso8601)
    }
}
