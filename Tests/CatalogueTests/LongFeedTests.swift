import ArticleRanking
import Catalogue
import LogReading
import TestSupport
import Testing

@Suite("Long feeds") struct LongFeedTests {
    /// The parser is handed 128 KiB at a time; characters, references and sections lie across the seams.
    @Test("Titles come whole out of a feed of many pieces", arguments: [UInt64(1), 2, 3])
    func seams(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let words = ["特集", "é", "&", "<b>", "𠮷野家", "\u{3000}", "plan's", "台風"]
        let titles = (0..<6000).map { "\($0) " + generator.row(of: words, upTo: 9).joined() + "." }
        for isCDATA in [false, true] {
            let items = titles.enumerated().map { index, title in
                let text = isCDATA ? "<![CDATA[\(title)]]>" : escaped(title)
                return "<item><link>/x/\(index)</link><title>\(text)</title></item>"
            }
            let reading = try Reading.of(Feed.rss(items.joined(separator: "\n")))
            #expect(reading.messages == [], "seed \(seed)")
            let firstWrong = zip(reading.titles, titles).first { $0 != $1 }
            #expect(firstWrong == nil && reading.titles.count == titles.count, "seed \(seed)")
        }
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("]]>", with: "]]&gt;")
    }
}
