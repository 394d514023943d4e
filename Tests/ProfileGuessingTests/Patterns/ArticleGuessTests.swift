import LogReading
import ProfileGuessing
import Testing

/// Sites of which a person knows what their articles are.
@Suite("Guesses of article patterns")
struct ArticleGuessTests {
    /// A survey of a log in which each path was read once by a person.
    private static func survey(_ paths: [String], hosts: Int = 40) -> SiteSurvey {
        var survey = SiteSurvey()
        for (number, path) in paths.enumerated() {
            let line =
                "203.0.113.\(number % hosts) - - [02/Mar/2026:10:00:00 +0900] \"GET \(path) HTTP/1.1\" 200 5 \"-\" "
                + "\"Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:125.0) Gecko/20100101 Firefox/125.0\""
            Array(line.utf8).withByteView { view in
                var parser = RequestParser(.combined)
                parser.beginBlock()
                if let request = parser.parse(view) { survey.note(request, line: view) }
            }
        }
        return survey
    }

    /// Titles of several words, as slugs are made of.
    private static func slug(_ number: Int) -> String {
        let words = ["mayor", "harbour", "opens", "school", "garden", "trams", "late", "storm"]
        return (0..<4).map { words[(number >> (2 * $0)) % words.count] }.joined(separator: "-") + "-\(number % 7)x"
    }

    @Test("Numbers below a section are ids")
    func numbers() {
        let paths = (0..<300).map { "/\(["news", "sport", "culture"][$0 % 3])/\(12_345_000 + $0)" }
        let guess = ArticleGuess(Self.survey(paths + Array(repeating: "/", count: 50)))
        #expect(guess.patterns.map(\.text) == ["/{section}/{id}"])
        #expect(guess.lines == 300)
        #expect(guess.patterns.first?.paths == 300)
    }

    @Test("Dates as folders are dates, whatever follows")
    func datedFolders() {
        let paths = (0..<300).map { "/2026/0\($0 % 3 + 1)/\(10 + $0 % 18)/\(Self.slug($0))/" }
        let guess = ArticleGuess(Self.survey(paths))
        #expect(guess.patterns.map(\.text) == ["/{year}/{month}/{day}/{slug}"])
        #expect(guess.lines == 300)
    }

    @Test("A date before an id in one segment is told from the id")
    func datedIDs() {
        let paths = (0..<300).map {
            "/politics\($0 % 2)/2026030\($0 % 3 + 1)-\(String(900_000 + $0 * 7919, radix: 36))"
        }
        let guess = ArticleGuess(Self.survey(paths))
        #expect(guess.patterns.map(\.text) == ["/{section}/{date}-{id}"])
    }

    @Test("Where one page takes all lines and a parameter tells them apart, it is kept")
    func query() {
        let paths = (0..<300).map { "/article?id=\(4711 + $0)&utm_source=x" }
        let guess = ArticleGuess(Self.survey(paths))
        #expect(guess.identityQuery.map(\.parameter) == ["id"])
    }

    @Test("Search, tags and other lists are left out")
    func listings() {
        let articles = (0..<300).map { "/\(["news", "sport"][$0 % 2])/\(Self.slug($0))" }
        let lists = (0..<60).map { "/tag/word\($0)" }
        let guess = ArticleGuess(Self.survey(articles + lists))
        let excluded = guess.exclusions.map(\.text)
        #expect(guess.lines == 300)
        #expect(excluded.contains("/tag/**") || !guess.patterns.contains { $0.text == "/{section}/{slug}" })
    }
}
