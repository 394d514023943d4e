import ArticleRanking
import LogReading
import TestSupport
import Testing
import ViewCounting

@Suite("A restatement as JSON")
struct RestatementJSONTests {
    @Test("Members come by name, and keys and paths as base64")
    func bytes() {
        let written =
            #"{"at":1772564400,"came":[{"lines":1204,"name":"logs/web2.log.gz"}],"gone":[],"#
            + #""moves":[{"key":"YQ==","path":"L2E=","rankAfter":1,"viewsAfter":3,"viewsBefore":0}],"#
            + #""otherMoves":0,"retracted":2,"version":2,"viewsAfter":3,"viewsBefore":0}"#
        #expect(String(decoding: made().json(), as: UTF8.self) == written)
    }

    @Test("What was written can be read back, whatever the bytes of keys", arguments: 1...100 as ClosedRange<UInt64>)
    func readBack(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let articles = (0..<8).map { _ in
            let key = (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
            return key + [UInt8.random(in: 0...255, using: &random)]
        }
        let counts = Set(articles).map {
            ArticleCounts(
                key: ByteString($0), path: ByteString(Array($0.reversed())), section: nil,
                views: Int.random(in: 1...9, using: &random), visitors: 1, rawClicks: 1)
        }
        let restatement = Restatement(
            version: 3, at: 7, came: [Restatement.Source(name: "a\u{0}\"\\\u{202E}é/", lines: 1)], gone: [],
            retracted: 0, before: Array(counts.dropFirst(3)), after: Array(counts.dropLast(3)), top: 5)
        #expect(Restatement(json: restatement.json()) == restatement, "seed \(seed)")
    }

    @Test(
        "Anything else is no restatement",
        arguments: [
            "", "{}", "[]", "null", #"{"version":2}"#, "\u{0}", #"{"at":1e999}"#,
            changing(#""version":2"#, to: #""version":0"#), changing(#""lines":1204"#, to: #""lines":-1"#),
            changing(#""viewsAfter":3,"viewsBefore":0}"#, to: #""viewsAfter":3,"viewsBefore":-1}"#),
            changing(#""otherMoves":0"#, to: #""otherMoves":9223372036854775807"#),
            changing(#""at":1772564400"#, to: #""at":-1"#),
            changing(#""at":1772564400"#, to: #""at":9223372036854775807"#),
            changing(#""rankAfter":1"#, to: #""rankAfter":0"#), changing(#""YQ==""#, to: #""Y""#),
        ])
    func refused(json: String) {
        #expect(Restatement(json: Array(json.utf8)) == nil)
    }

    @Test("A member of a later version is passed over")
    func laterMember() {
        let later = RestatementJSONTests.changing(#""version":2"#, to: #""version":2,"why":{"deep":[1]}"#)
        #expect(Restatement(json: Array(later.utf8)) == made())
    }

    private static func changing(_ old: String, to new: String) -> String {
        String(decoding: made().json(), as: UTF8.self).replacing(old, with: new, maxReplacements: 1)
    }

    private static func made() -> Restatement {
        Restatement(
            version: 2, at: 1_772_564_400, came: [Restatement.Source(name: "logs/web2.log.gz", lines: 1204)], gone: [],
            retracted: 2, before: [], after: [Days.article("a", 3)], top: 5)
    }

    private func made() -> Restatement { RestatementJSONTests.made() }
}
