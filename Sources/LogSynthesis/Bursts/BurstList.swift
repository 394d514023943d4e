/// A list of bursts in a file: a line each, `kind,start,minutes,clicks,target`.
///
///     kind,start,minutes,clicks,target
///     spike,2026-03-22T09:10,120,2600,17
///     show,2026-03-22T20:00,60,900,sport
///
/// `start` is UTC. The target is an article's number, from 0, or of a show a section's name.
struct BurstList {
    static let columns = "kind,start,minutes,clicks,target"
    static let maximumMinutes = 1440
    static let maximumClicks = 10_000_000

    let bursts: [Burst]

    init(_ text: String, articles: Int) throws(SynthesisError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? line.dropLast() : line
        }
        guard lines.first == Substring(Self.columns) else { throw Self.mistake(1, "must be \(Self.columns)") }
        while lines.last?.isEmpty == true { lines.removeLast() }
        var bursts: [Burst] = []
        for (number, line) in lines.enumerated().dropFirst() {
            bursts.append(try Self.burst(line, number + 1, articles))
        }
        self.bursts = bursts
    }

    private static func burst(_ line: Substring, _ number: Int, _ articles: Int) throws(SynthesisError) -> Burst {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 5 else { throw mistake(number, "has \(cells.count) cells, not 5") }
        guard let kind = Burst.Kind(rawValue: cells[0]) else {
            let known = Burst.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw mistake(number, "\(cells[0]) is no kind; kinds are \(known)")
        }
        guard let start = instant(cells[1]) else {
            throw mistake(number, "\(cells[1]) is no time; write it as 2026-03-22T09:10, in UTC")
        }
        guard let minutes = Int(cells[2]), (1...maximumMinutes).contains(minutes) else {
            throw mistake(number, "minutes: 1 to \(maximumMinutes)")
        }
        guard let clicks = Int(cells[3]), (1...maximumClicks).contains(clicks) else {
            throw mistake(number, "clicks: 1 to \(maximumClicks)")
        }
        let target: Burst.Target
        if kind == .show {
            guard let desk = Desk.all.firstIndex(where: { $0.name == cells[4] }) else {
                throw mistake(number, "\(cells[4]) is no section of the site")
            }
            target = .section(desk)
        } else {
            guard let article = Int(cells[4]), (0..<articles).contains(article) else {
                throw mistake(number, "the article's number: 0 to \(articles - 1)")
            }
            target = .article(article)
        }
        return Burst(kind: kind, start: start, minutes: minutes, clicks: clicks, target: target)
    }

    /// `YYYY-MM-DDTHH:MM` in UTC.
    private static func instant(_ text: String) -> Int? {
        let halves = text.split(separator: "T", omittingEmptySubsequences: false)
        guard halves.count == 2, let day = CivilDay(String(halves[0])) else { return nil }
        let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2],
            halves[1].utf8.allSatisfy({ $0 == UInt8(ascii: ":") || (48...57).contains($0) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        return day.number * CivilDay.secondsPerDay + hour * 3600 + minute * 60
    }

    private static func mistake(_ line: Int, _ sentence: String) -> SynthesisError {
        .option("bursts: line \(line): \(sentence)")
    }
}
