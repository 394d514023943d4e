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
        /// Keys of objects, one within the other.
        let path: [[UInt8]]
        /// One bit for each field: what several sources may hold has one in common.
        let fieldBit: UInt32
    }

    public let format: LogFormat
    /// In the order of preference among those of one field: the first that has a value counts.
    let sources: [Source]
    /// Its slots are the places in `sources`.
    let tree: JSONPathTree
    /// Reads times that are logged without their zone.
    var clock = LocalClock.utc

    init(_ format: LogFormat, _ keys: [(meaning: Meaning, path: [String])]) {
        self.format = format
        var fields: [LogField] = []
        sources = keys.map { key in
            let field = key.meaning.field
            if !fields.contains(field) { fields.append(field) }
            let bit: UInt32 = 1 << UInt32(fields.firstIndex(of: field) ?? 0)
            return Source(meaning: key.meaning, path: key.path.map { Array($0.utf8) }, fieldBit: bit)
        }
        tree = JSONPathTree(sources.map(\.path))
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
