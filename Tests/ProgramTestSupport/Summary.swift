import Foundation

/// The JSON of `--summary`, as a program reads it that knows docs/summary.md.
public struct Summary: Decodable {
    public struct Source: Decodable {
        public var name: String
        public var state: String
        public var lines: Int
        public var bytes: Int
        public var format: String?
    }

    public struct Day: Decodable, Equatable {
        public var day: String
        public var state: String
        public var views: Int
        public var articles: Int
    }

    public var schema: Int
    public var lines: Int
    public var outcomes: [String: Int]
    public var retracted: Int
    public var sources: [Source]
    public var days: [Day]

    /// The outcomes that lines had.
    public var occurring: [String: Int] { outcomes.filter { $0.value > 0 } }

    public init(_ json: [UInt8]) throws {
        self = try JSONDecoder().decode(Summary.self, from: Data(json))
    }
}
