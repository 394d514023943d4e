import Foundation
import LogReading

extension Restatement {
    /// The bytes in which the history keeps it: JSON, members by name, keys and paths as base64 of their bytes.
    ///
    /// ```
    /// {"at":1772564400,"came":[{"lines":1204,"name":"web2.log.gz"}],"gone":[],"moves":[{"key":"YQ==","path":"L2E=",
    ///  "rankAfter":1,"rankBefore":3,"viewsAfter":120,"viewsBefore":80}],"otherMoves":7,"retracted":0,"version":2,
    ///  "viewsAfter":422,"viewsBefore":380}
    /// ```
    /// (On one line.) The same bytes for the same restatement. A rank that is not there is left out. A reader passes over
    /// members that it does not know; a new one has to do without in old rows.
    public func json() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(self))
        } catch {
            preconditionFailure("texts and whole numbers can always be written as JSON")
        }
    }

    /// Nil for bytes that `json()` could not have written: also for counts below 0, and times that no calendar knows.
    public init?(json: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Restatement.self, from: Data(json)), read.isSound else { return nil }
        self = read
    }

    private var isSound: Bool {
        let counts =
            [viewsBefore, viewsAfter, retracted, otherMoves] + (came + gone).map(\.lines)
            + moves.flatMap { [$0.viewsBefore, $0.viewsAfter] }
        let ranks = moves.flatMap { [$0.rankBefore, $0.rankAfter] }.compactMap(\.self)
        return version >= 1 && Restatement.times.contains(at)
            && counts.allSatisfy((0...Restatement.mostOfAnything).contains)
            && ranks.allSatisfy((1...Restatement.mostOfAnything).contains)
    }

    /// More lines than any site ever has of a day, and far enough from the end of the numbers to be added up.
    private static let mostOfAnything = 1_000_000_000_000
}

extension RankMove: Codable {
    private enum CodingKeys: String, CodingKey {
        case key, path, rankBefore, rankAfter, viewsBefore, viewsAfter
    }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        key = ByteString(try members.decode(Data.self, forKey: .key))
        path = ByteString(try members.decode(Data.self, forKey: .path))
        rankBefore = try members.decodeIfPresent(Int.self, forKey: .rankBefore)
        rankAfter = try members.decodeIfPresent(Int.self, forKey: .rankAfter)
        viewsBefore = try members.decode(Int.self, forKey: .viewsBefore)
        viewsAfter = try members.decode(Int.self, forKey: .viewsAfter)
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(Data(key.bytes), forKey: .key)
        try members.encode(Data(path.bytes), forKey: .path)
        try members.encodeIfPresent(rankBefore, forKey: .rankBefore)
        try members.encodeIfPresent(rankAfter, forKey: .rankAfter)
        try members.encode(viewsBefore, forKey: .viewsBefore)
        try members.encode(viewsAfter, forKey: .viewsAfter)
    }
}
