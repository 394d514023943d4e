import ArticleRanking
import LogReading
import ViewCounting

/// What holds on which day, without versions: for each article all that was known at the end of each day on which it was seen.
struct PlainHeadlines {
    private var known: [ByteString: [CalendarDay: Headline]] = [:]

    mutating func see(_ headlines: [ByteString: Headline], on day: CalendarDay) {
        for (key, headline) in headlines {
            let days = known[key] ?? [:]
            guard let latest = days.keys.max() else {
                known[key] = [day: headline]
                continue
            }
            if latest > day { continue }
            known[key]?[day] = days[latest]?.updated(by: headline)
        }
    }

    func headline(of key: ByteString, on day: CalendarDay) -> Headline? {
        guard let days = known[key] else { return nil }
        let until = days.keys.filter { $0 <= day }.max() ?? days.keys.min()
        return until.flatMap { days[$0] }
    }

    /// How often something changed from one sighting to the next, and once for each article.
    var versions: Int {
        known.values.reduce(0) { sum, days in
            let inOrder = days.sorted { $0.key < $1.key }.map(\.value)
            return sum + 1 + zip(inOrder, inOrder.dropFirst()).filter { $0 != $1 }.count
        }
    }
}
