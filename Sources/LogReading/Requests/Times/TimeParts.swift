/// What a line says about its time, in one field or in several.
public struct TimeParts: Sendable {
    /// Seconds since 1970 UTC, where a field alone says so much.
    var instant: Int64?
    /// Seconds from 1970 to the date's midnight, both by the wall.
    var midnight: Int64?
    /// Seconds from midnight.
    var timeOfDay: Int64?
    /// Seconds that the wall is ahead of UTC.
    var offset: Int64?
    // What patterns give piece by piece; small, for a line forgets them all.
    var year: Int16?
    var month: Int8?
    var day: Int8?
    var hour: Int8?
    var hourOfTwelve: Int8?
    var isAfternoon: Bool?
    var minute: Int8?
    var second: Int8?

    public init() {}

    /// Years that a time may be of.
    static let years = 1970...2105
    /// 2106 begins.
    static let endOfYears: Int64 = 4_291_747_200

    /// Seconds since 1970 by the wall; nil where something is missing.
    var local: Int64? {
        guard let midnight = midnight ?? midnightOfPieces, let timeOfDay = timeOfDay ?? timeOfPieces else { return nil }
        return midnight + timeOfDay
    }

    private var midnightOfPieces: Int64? {
        guard let year, let month, let day else { return nil }
        return TimeParts.midnight(year: Int(year), month: Int(month), day: Int(day))
    }

    private var timeOfPieces: Int64? {
        var hour = hour
        if hour == nil, let hourOfTwelve, let isAfternoon { hour = hourOfTwelve % 12 + (isAfternoon ? 12 : 0) }
        guard let hour, let minute, let second else { return nil }
        return Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
    }

    /// Nil for a year that is not held and for a day that the month does not have.
    static func midnight(year: Int, month: Int, day: Int) -> Int64? {
        guard years.contains(year), (1...12).contains(month),
            let days = TimestampReader.daysSince1970(year: year, month: month, day: day)
        else { return nil }
        return Int64(days) * 86_400
    }
}
