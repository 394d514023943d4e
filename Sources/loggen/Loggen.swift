import ArgumentParser
import Foundation
import LogSynthesis

/// The command: options, one call, an exit code.
@main
struct Loggen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loggen",
        abstract: "Write seeded access logs of a made-up news site, with the true answer beside them.",
        discussion: """
            DIR gets access-YYYY-MM-DD[-server].log.gz, news-sitemap.xml, site.yaml and truth.json. Equal options give \
            equal lines. truth.json is told from what was planned, never read from the lines.
            """)

    /// `EX_CANTCREAT` of sysexits.h.
    private static let cannotCreateOutput = ExitCode(73)

    @Option(help: "Lines in all files together, exactly.")
    var lines: Int

    @Option(help: "Days, one file each per server.")
    var days: Int

    @Option(help: "Articles of the site.")
    var articles: Int

    @Option(help: "Another seed gives another site and other readers.")
    var seed: UInt64

    @Option(help: ArgumentHelp("The directory to write to; created where it is missing.", valueName: "DIR"))
    var out: String

    @Option(help: ArgumentHelp("The first day, YYYY-MM-DD.", valueName: "DAY"))
    var start = "2026-03-01"

    @Option(help: ArgumentHelp("The site's zone, an IANA name.", valueName: "Z"))
    var timezone = "UTC"

    @Option(help: ArgumentHelp("Servers among which the requests are spread.", valueName: "K"))
    var servers = 1

    @Option(
        help: ArgumentHelp(
            "Plant rises: so many on the last day, by the seed and with decoys, or those that FILE lists.",
            valueName: "FILE|N"))
    var bursts: String?

    func run() async throws {
        var options = SynthesisOptions(
            lines: lines, days: days, articles: articles, seed: seed, start: start, timezone: timezone,
            servers: servers)
        options.bursts = try bursts.map(Self.bursts)
        do {
            try await SiteSynthesis(options).write(to: out)
        } catch {
            switch error {
            case .option(let what):
                throw ValidationError(what)
            case .output:
                try FileHandle.standardError.write(contentsOf: Data("loggen: \(error)\n".utf8))
                throw Self.cannotCreateOutput
            }
        }
    }

    private static func bursts(_ text: String) throws -> SynthesisOptions.Bursts {
        if let count = Int(text) { return .drawn(count) }
        guard let list = try? Data(contentsOf: URL(fileURLWithPath: text)) else {
            throw ValidationError("--bursts \(text): neither a number nor a file that can be read")
        }
        return .listed(String(decoding: list, as: UTF8.self))
    }
}
