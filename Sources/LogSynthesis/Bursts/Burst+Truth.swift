extension Burst {
    /// The burst as `truth.json` tells it.
    func truth(_ newsroom: Newsroom) -> Truth.Burst {
        var told = Truth.Burst(
            kind: kind.rawValue, rises: kind.isRise, start: "\(startText):00Z", minutes: minutes, clicks: clicks)
        switch target {
        case .article(let number): told.key = String(decoding: newsroom.articles[number].key, as: UTF8.self)
        case .section(let desk): told.section = Desk.all[desk].name
        }
        return told
    }

    /// `YYYY-MM-DDTHH:MM` in UTC, as lists of bursts have it.
    var startText: String {
        let time = LocalTime(instant: start, offset: 0)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(time.day.text)T\(two(time.hour)):\(two(time.minute))"
    }
}
