import Testing

@testable import LogSynthesis

@Suite struct CivilDayTests {
    @Test(
        "A day's text and its number belong together",
        arguments: [
            ("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2026-03-01", 20_513),
            ("2090-12-31", 44_194),
        ])
    func numbers(text: String, number: Int) throws {
        let day = try #require(CivilDay(text))
        #expect(day.number == number)
        #expect(day.text == text)
    }

    @Test("Every day of a century is the day after the one before")
    func century() {
        let first = CivilDay(number: 0)
        #expect((0..<36_525).allSatisfy { CivilDay(CivilDay(number: first.number + $0).text)?.number == $0 })
    }

    @Test(
        "What is no day is refused",
        arguments: [
            "", "2026-02-29", "2026-3-1", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32", "20260301",
            "+026-03-01", "２０２６-03-01",
        ])
    func refused(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("1 March 2026 is a Sunday")
    func weekday() {
        #expect(CivilDay("2026-03-01")?.weekday == 6)
    }
}
