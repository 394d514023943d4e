import Foundation

/// The JSON of `--summary`, as a program reads it that knows docs/summary.md.
struct Summary: Decodable {
    struct Source: Decodable {
        var name: String
        var state: String
        var lines: Int
        var bytes: Int
        var format: String?
    }

    struct Day: Decodable, Equatable {
        var day: String
        var state: String
        var views: Int
        var articles: Int
    }

    var schema: Int
    var lines: Int
    var outcomes: [String: Int]
    var retracted: Int
    var sources: [Source]
    var days: [Day]

    /// The outcomes that lines had.
    var occurring: [String: Int] { outcomes.filter { $0.value > 0 } }

    init(_ json: [UInt8]) throws {
        self = try JSONDecoder().decode(Summary.self, from: Data(json))
    }
}
