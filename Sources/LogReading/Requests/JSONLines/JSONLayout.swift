/// What the keys of a log of JSON lines mean.
public struct JSONLayout: Sendable {
    /// What a key's value is.
    enum Meaning {
        case field(LogField)
        /// A time in whatever form it shows.
        case time
        /// A client with its port behind a colon.
        case clientAndPort
    }

    /// A key that may hold a value.
    struct Source: Sendable {
        let meaning: Meaning
        /// One bit for each field: what several sources may hold has one in common. None for what any of several
        /// sources may say.
        let fieldBit: UInt32
    }

    public let format: LogFormat
    /// In the order of preference among those of one field: the first that has a value counts.
    let sources: [Source]
    /// Its slots are the places in `sources`.
    let tree: JSONPathTree
    /// Reads times that are logged without their zone.
    var clock = LocalClock.utc
    /// The name of the cookie that visitors are told by.
    var session: [UInt8]?

    /// - Parameter keys: Paths of keys of objects, one within the other, with what stands there.
    init(_ format: LogFormat, _ keys: [(meaning: Meaning, path: [String])]) {
        self.format = format
        var fields: [LogField] = []
        sources = keys.map { key in
            let field = key.meaning.field
            // Prefetching is said by any of several headers.
            if field == .purpose { return Source(meaning: key.meaning, fieldBit: 0) }
            if !fields.contains(field) { fields.append(field) }
            return Source(meaning: key.meaning, fieldBit: 1 << UInt32(fields.firstIndex(of: field) ?? 0))
        }
        tree = JSONPathTree(keys.map { $0.path.map { Array($0.utf8) } })
    }
}

extension JSONLayout.Meaning {
    /// The field, of which a line has one value.
    fileprivate var field: LogField {
        switch self {
        case .field(let field): field
        case .time: .time(.iso8601)
        case .clientAndPort: .client
        }
    }
}
