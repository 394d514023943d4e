import Foundation
import SiteProfile
import Testing
import ViewCounting

@Suite("The page about the site profile")
struct ProfilePageTests {
    private let page: String

    init() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        page = try String(contentsOf: root.appendingPathComponent("docs/site-profile.md"), encoding: .utf8)
    }

    @Test("Its profile with all keys is one")
    func example() throws {
        let profiles = try page.components(separatedBy: "```yaml\n").dropFirst().map { block in
            try Profile(yaml: try #require(block.components(separatedBy: "```").first), file: "site.yaml")
        }
        let profile = try #require(profiles.first)
        #expect(profile.site == "The Example Times")
        #expect(profile.exclusions.clients.count == 2)
    }

    @Test("It has a heading for each key that there is")
    func headings() throws {
        // A message about an unknown key names all keys; the page is held against that.
        for (yaml, prefix) in [("?", ""), ("exclude: {?: 1}", "exclude: "), ("robots: {?: 1}", "robots: ")] {
            let error = try #require(throws: ProfileError.self) {
                try Profile(yaml: yaml == "?" ? "\"?\": 1" : yaml.replacing("?", with: "\"?\""), file: "site.yaml")
            }
            let keys = try #require(error.remedy.components(separatedBy: "known keys: ").last)
            for key in keys.components(separatedBy: ", ") {
                #expect(page.contains("\n### `\(prefix)\(key)`\n"), "\(prefix)\(key)")
            }
        }
    }

    @Test("It states the defaults that a profile without keys has")
    func defaults() {
        let defaults = Profile()
        #expect(page.contains("Text; default `\(defaults.timezone)`."))
        #expect(page.contains("Text; default `\(defaults.reports)`."))
        #expect(page.contains("Text; default `\(defaults.history)`."))
        #expect(page.contains("from 0 to \(Profile.longestRetention); default `\(defaults.retainDays)`."))
        #expect(page.contains("default `\(defaults.top)`. How many articles the site's"))
        #expect(page.contains("default `\(defaults.sectionTop)`. How many articles each section's"))
        #expect(page.contains("default `\(defaults.csvBOM)`."))
        #expect(page.contains("from 1 to \(Profile.largestTop)"))
        #expect(Profile.knownFormats.allSatisfy { page.contains("`\($0)`") })
    }
}
