import Foundation

/// What a run did, for programs: the JSON of `--summary`. `docs/summary.md` says what each field means.
struct RunSummary: Encodable {
    struct Source: Encodable {
        let name: String
        let state: String
        let lines: Int
        let bytes: Int64
        let format: String?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try container.encode(state, forKey: .state)
            try container.encode(lines, forKey: .lines)
            try container.encode(bytes, forKey: .bytes)
            // A null, not a missing key.
            try container.encode(format, forKey: .format)
        }

        enum CodingKeys: CodingKey { case name, state, lines, bytes, format }
    }

    struct Day: Encodable {
        let day: String
        let state: String
        let views: Int
        let articles: Int
    }

    struct CatalogueFile: Encodable {
        let name: String
        let entries: Int
        let articles: Int
        let problems: Int
    }

    struct RobotLists: Encodable {
        let list: String
        let version: String
    }

    let schema = 1
    let lines: Int
    let outcomes: [String: Int]
    /// Views of earlier runs that this run took back; 0 without a history.
    let retracted: Int
    let sources: [Source]
    /// Sources that were not read, since their files are as they were.
    let unchanged: Int
    let catalog: [CatalogueFile]
    let days: [Day]
    let robots: RobotLists

    /// Keys sorted, so that equal runs give equal bytes.
    func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(self) else {
            preconditionFailure("a summary holds texts and whole numbers, which JSON has")
        }
        return Array(json) + [UInt8(ascii: "\n")]
    }
}
