import ArticleRanking
import Catalogue
import Testing

/// Dates in the forms of RFC 822 and its successors, RFC 3339 and W3C; seconds by Python's email.utils and datetime.
@Suite("Dates of feeds")
struct DateTests {
    @Test(
        "A date is the instant or the day that it names",
        arguments: [
            ("Mon, 02 Mar 2026 06:30:00 +0900", 1_772_400_600), ("2 Mar 2026 06:30 +0900", 1_772_400_600),
            ("Sun, 01 Mar 2026 21:30:00 GMT", 1_772_400_600), ("1 Mar 26 21:30 UT", 1_772_400_600),
            ("Sun, 1 Mar 2026 16:30:00 EST", 1_772_400_600), ("Sun, 01 Mar 2026 13:30:00 PST", 1_772_400_600),
            ("Sun, 01 Mar 2026 14:30:00 PDT", 1_772_400_600), ("Sun, 01 Mar 2026 21:30:00 Z", 1_772_400_600),
            ("2026-03-01T21:30:00Z", 1_772_400_600), ("2026-03-02T06:30:00+09:00", 1_772_400_600),
            ("2026-03-02T06:30:00.999+09:00", 1_772_400_600), ("2026-03-02T06:30+09:00", 1_772_400_600),
            ("2026-03-02T06:30:00", 1_772_400_600),
        ])
    func instants(text: String, second: Int64) throws {
        let published = try published(text)
        #expect(published?.second == second)
        #expect(published?.isDay == false)
    }

    @Test(
        "Where no more is said than a day, it is one, from its first second in the site's zone",
        arguments: [
            ("2026-03-01", 1_772_290_800), ("2026-03", 1_772_290_800), ("2026", 1_767_193_200),
            ("2024-02-29", 1_709_132_400),
        ])
    func days(text: String, second: Int64) throws {
        let published = try published(text)
        #expect(published?.second == second)
        #expect(published?.isDay == true)
    }

    @Test(
        "What is no date is none",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-03-01T24:30:00Z", "2026-03-01T12:60:00Z", "yesterday",
            "Mon, 32 Mar 2026 06:30:00 +0900", "Mon, 02 Mrz 2026 06:30:00 +0900", "02/03/2026", "1772400600",
            "2026-03-01T21:30:00+9", "Mon 02 Mar",
        ])
    func noDates(text: String) throws {
        #expect(try published(text) == nil)
    }

    private func published(_ text: String) throws -> (second: Int64, isDay: Bool)? {
        let reading = try Feeds.read("path,title,published\n/a/20260302-x,X,\"\(text)\"\n")
        return try #require(reading.entries.first).headline.published.map { ($0.second, $0.isDay) }
    }
}
