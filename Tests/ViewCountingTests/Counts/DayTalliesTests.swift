import LogReading
import Testing

@testable import ViewCounting

@Suite("The tallies of a source's days")
struct DayTalliesTests {
    @Test("Keep what was added to them, however many days are met")
    func growing() {
        var days = DayTallies()
        for number in 0..<40 {
            let day = CalendarDay(number: Int32(number))
            #expect(days.firstIndex(of: day) == nil)
            days.append(DayTally(day: day, salt: SipKey(low: UInt64(number), high: 0), isClosed: number % 3 == 0))
            #expect(days.firstIndex(of: day) == number)
            for place in 0...number {
                days[place].accounting[.robot] += 1
                days[place].clicks.append(PageClick(visitor: 1, page: UInt32(place), second: UInt32(number)))
            }
        }
        #expect(days.count == 40)
        for place in 0..<40 {
            #expect(days[place].day == CalendarDay(number: Int32(place)))
            #expect(days[place].salt == SipKey(low: UInt64(place), high: 0))
            #expect(days[place].isClosed == (place % 3 == 0))
            #expect(days[place].accounting[.robot] == 40 - place)
            let clicks = days[place].clicks.pieces.flatMap(\.self)
            #expect(clicks == (place..<40).map { PageClick(visitor: 1, page: UInt32(place), second: UInt32($0)) })
        }
    }
}
