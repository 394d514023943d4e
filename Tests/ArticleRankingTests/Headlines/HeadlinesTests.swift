import ArticleRanking
import LogReading
import Testing

@Suite("Headlines of a day")
struct HeadlinesTests {
    @Test("What is taken from another day is what was asked for and is not there")
    func fill() {
        var headlines = Headlines(["a": Headline(title: "A today")])
        let before = Headlines([
            "a": Headline(title: "A before"), "b": Headline(title: "B before"), "c": Headline(title: "C before"),
        ])
        headlines.fill(from: before, of: ["a", "b", "d"])
        #expect(headlines.inOrder.map(\.key) == ["a", "b"])
        #expect(headlines.inOrder.map(\.headline.title) == ["A today", "B before"])
    }
}
