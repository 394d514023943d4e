/// What a `#Fields:` line says of the lines behind it.
///
/// `#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)`: names with spaces or tabs between them, in
/// any case. Names that are not known are passed over.
struct W3CFields: Sendable {
    /// What the cells of a column are.
    enum Meaning: Hashable, Sendable {
        case field(LogField)
        /// A text in which spaces and the like are written in another way.
        case text(LogField)
        /// The path, escaped or not, as the writer does it.
        case stem
        case query
    }

    /// Where the times of lines get their date and zone from.
    enum Clock: Sendable {
        /// The line says all of it.
        case whole
        /// The line has date and time, in UTC.
        case universal
        /// The line has a time in UTC; its date is that of the `#Date:` before.
        case universalBehindDate
        /// The line has date and time, by the server's clock.
        case local
    }

    struct Column: Sendable {
        let index: Int
        let meaning: Meaning
    }

    /// How many cells a line has.
    let count: Int
    /// The columns that are read.
    private(set) var columns: [Column] = []
    /// Nil where the names have no time.
    private(set) var clock: Clock?
    /// CloudFront writes `%20` where others write `+`.
    let isPercentEncoded: Bool

    private static let prefix = Array("#fields:".utf8)

    /// Nil for a line that is no `#Fields:`.
    init?(_ line: ByteView) {
        let text = line.bytes.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 }
        guard text.starts(with: W3CFields.prefix) else { return nil }
        let names = text.dropFirst(W3CFields.prefix.count)
            .split { $0 == space || $0 == UInt8(ascii: "\t") }.map { String(decoding: $0, as: UTF8.self) }
        count = names.count
        isPercentEncoded = names.contains { $0.hasPrefix("x-edge-") }
        takeTimes(names)
        for (wanted, meaning) in W3CFields.alternatives { take(wanted, as: meaning, among: names) }
        if !columns.contains(where: { $0.meaning == .stem }) { take(["cs-uri"], as: .field(.target), among: names) }
        for (index, name) in names.enumerated() where W3CFields.purposes.contains(name) {
            columns.append(Column(index: index, meaning: .text(.purpose)))
        }
    }

    /// Whether the names have all that counting needs.
    var isComplete: Bool {
        func has(_ meanings: Meaning...) -> Bool { columns.contains { meanings.contains($0.meaning) } }
        return clock != nil && has(.field(.client), .text(.forwarded)) && has(.field(.method))
            && has(.stem, .field(.target)) && has(.field(.status))
    }

    /// Names of one field, the best one first.
    private static let alternatives: [(names: [String], meaning: Meaning)] = [
        (["c-ip"], .field(.client)), (["cs-method"], .field(.method)), (["cs-uri-stem"], .stem),
        (["cs-uri-query"], .query), (["sc-status"], .field(.status)), (["cs(user-agent)"], .text(.agent)),
        // What the viewer asked CloudFront for; cs(Host) is the distribution's own name there.
        (["x-host-header", "cs(host)", "cs-host"], .field(.host)),
        (["cs(x-forwarded-for)", "x-forwarded-for"], .text(.forwarded)), (["cs(cookie)"], .text(.cookies)),
    ]

    private static let purposes: Set<String> = [
        "cs(sec-purpose)", "cs(purpose)", "cs(x-moz)", "sec-purpose", "purpose", "x-moz",
    ]

    private mutating func take(_ wanted: [String], as meaning: Meaning, among names: [String]) {
        guard let index = wanted.lazy.compactMap({ names.firstIndex(of: $0) }).first else { return }
        columns.append(Column(index: index, meaning: meaning))
    }

    private mutating func takeTimes(_ names: [String]) {
        let ways: [(clock: Clock, times: [(name: String, form: TimeForm)])] = [
            (.universal, [("date", .date), ("time", .timeOfDay)]),
            (.whole, [("timestamp", .epoch(.seconds))]), (.whole, [("timestamp(ms)", .epoch(.milliseconds))]),
            (.universalBehindDate, [("time", .timeOfDay)]),
            (.local, [("date-local", .date), ("time-local", .timeOfDay)]),
        ]
        guard let way = ways.first(where: { $0.times.allSatisfy { names.contains($0.name) } }) else { return }
        clock = way.clock
        for time in way.times { take([time.name], as: .field(.time(time.form)), among: names) }
    }
}
