/// What the site's clock shows at an instant. Right from 1970 on.
struct LocalTime: Sendable {
    let day: CivilDay
    /// Seconds since the day's midnight as the clock shows it, 0 to 86,399, whatever clock change went before.
    let secondOfDay: Int
    /// Seconds east of UTC.
    let offset: Int

    init(instant: Int, offset: Int) {
        let local = instant + offset
        day = CivilDay(number: local / CivilDay.secondsPerDay)
        secondOfDay = local % CivilDay.secondsPerDay
        self.offset = offset
    }

    var hour: Int { secondOfDay / 3600 }
    var minute: Int { secondOfDay / 60 % 60 }
    var second: Int { secondOfDay % 60 }

    var offsetHours: Int { abs(offset) / 3600 }
    var offsetMinutes: Int { abs(offset) / 60 % 60 }
}
