import Testing

@testable import Reporting

@Suite("Hours of the clock")
struct ClockHoursTests {
    @Test(
        "Hours that follow each other are one range",
        arguments: [
            ([], "none"), ([0], "00:00–01:00"), ([9, 10, 11], "09:00–12:00"),
            ([0, 2, 23], "00:00–01:00, 02:00–03:00, 23:00–24:00"),
            (Array(0...23), "00:00–24:00"),
        ] as [([Int], String)])
    func text(hours: [Int], text: String) {
        #expect(ClockHours.text(hours) == text)
    }
}
