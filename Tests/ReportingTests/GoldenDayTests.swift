import Testing

@testable import Reporting

@Suite("A day's files")
struct GoldenDayTests {
    @Test("A complete day after a known one")
    func complete() throws { try expectGoldens("complete", MadeDay.complete()) }

    @Test("A partial, incomplete day without a profile, on which the clock changes")
    func partial() throws { try expectGoldens("partial", MadeDay.partial()) }

    @Test("A day without views")
    func withoutViews() throws { try expectGoldens("without-views", MadeDay.withoutViews()) }

    @Test("A day on which every text is hostile")
    func hostile() throws { try expectGoldens("hostile", MadeDay.hostile()) }

    @Test("A restated day")
    func restated() throws {
        var report = try MadeDay.complete()
        report.restatement = try MadeDay.restatement()
        try Golden.expect(Array(report.markdown.utf8), toBe: "restated/ranking.md")
    }

    @Test("The files are these, in this order")
    func names() throws {
        let names = try MadeDay.complete().files().map(\.name)
        #expect(
            names == [
                "ranking.csv", "sections.csv", "articles.csv", "windows.csv", "trending.csv", "ranking.md",
                "ranking.json",
            ])
    }

    private func expectGoldens(_ name: String, _ report: DayReport) throws {
        for file in report.files() { try Golden.expect(file.bytes, toBe: "\(name)/\(file.name)") }
    }
}
