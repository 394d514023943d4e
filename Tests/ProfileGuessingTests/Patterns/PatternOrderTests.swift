import Testing
import ViewCounting

@testable import ProfileGuessing

@Suite("The order of guessed patterns")
struct PatternOrderTests {
    @Test("A pattern is left out where others give its paths the same keys and sections, and only there")
    func redundant() throws {
        let paths = ["/news/1", "/news/2", "/sport/3"].compactMap { PathForm.path($0, lines: 1) }
        let general = try PathPattern("/{section}/{id}")
        #expect(
            PatternOrder.withoutRedundant([try PathPattern("/news/{id}"), general], paths).map(\.source)
                == ["/{section}/{id}"])
        // Its key is the path, and not the number.
        #expect(
            PatternOrder.withoutRedundant([try PathPattern("/news/*"), general], paths).map(\.source)
                == ["/news/*", "/{section}/{id}"])
    }

    @Test("The particular comes before the general")
    func order() {
        let sorted = PatternOrder.sorted(["/{section}/{slug}", "/{section}/{date}-{id}", "/**/{slug}"])
        #expect(sorted.map(\.source) == ["/{section}/{date}-{id}", "/{section}/{slug}", "/**/{slug}"])
    }
}
