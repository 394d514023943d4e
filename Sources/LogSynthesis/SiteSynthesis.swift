import Foundation

/// Access logs of a made-up news site, seeded, with the true answer beside them.
///
/// ```swift
/// let synthesis = try SiteSynthesis(SynthesisOptions(lines: 10_000, days: 2, articles: 100, seed: 7))
/// let logs = synthesis.synthesize()
/// logs.truth.outcomes["view"]  // what a count of logs.files has to find
/// ```
/// Equal options give equal lines on every machine that knows the zone alike. How gzip packs them is zlib's own.
public struct SiteSynthesis: Sendable {
    private let site: SiteModel

    public init(_ options: SynthesisOptions) throws(SynthesisError) {
        site = try SiteModel(options)
    }

    /// Everything in memory; about 300 bytes a line.
    public func synthesize() -> SynthesizedLogs {
        var plan = LogPlan(site)
        var files: [SynthesizedLogs.File] = []
        while let day = plan.nextDay() {
            for file in day {
                var bytes: [UInt8] = []
                file.render(site) { bytes += $0 }
                files.append(SynthesizedLogs.File(name: file.name, bytes: bytes))
            }
        }
        return SynthesizedLogs(
            files: files, truth: plan.truth, sitemap: NewsSitemap.text(of: site), profile: ProfileText.text(of: site))
    }

    /// Writes logs, `news-sitemap.xml`, `site.yaml` and `truth.json`; creates the directory where it is missing.
    ///
    /// Files of these names are replaced. A directory with other `access-*.log.gz` is refused, because the profile's
    /// `logs` would take them in. The next days are planned while files are packed, one per core.
    public func write(to directory: String) async throws(SynthesisError) {
        try prepare(directory)
        var plan = LogPlan(site)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                var running = 0
                while let day = plan.nextDay() {
                    for file in day {
                        if running >= ProcessInfo.processInfo.activeProcessorCount {
                            try await group.next()
                            running -= 1
                        }
                        group.addTask { try write(file, to: directory) }
                        running += 1
                    }
                }
                try await group.waitForAll()
            }
        } catch let error as SynthesisError {
            throw error
        } catch {
            throw .output(path: directory, reason: "\(error)")
        }
        try write(NewsSitemap.text(of: site), to: "news-sitemap.xml", in: directory)
        try write(ProfileText.text(of: site), to: "site.yaml", in: directory)
        try write(plan.truth.json() + "\n", to: "truth.json", in: directory)
    }

    private func prepare(_ directory: String) throws(SynthesisError) {
        let own = Set(
            site.clock.names.flatMap { day in
                (0..<site.options.servers).map { LogPlan.name(day: day, server: $0, of: site.options.servers) }
            })
        let present: [String]
        do {
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            present = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw .output(path: directory, reason: "cannot be created or read")
        }
        let foreign = present.filter { $0.hasPrefix("access-") && $0.hasSuffix(".log.gz") && !own.contains($0) }
        if let first = foreign.sorted().first {
            throw .output(path: "\(directory)/\(first)", reason: "is of other logs; choose an empty directory")
        }
    }

    private func write(_ file: LogPlan.File, to directory: String) throws(SynthesisError) {
        let output = try GzipFile(path: "\(directory)/\(file.name)")
        try file.render(site) { (bytes: [UInt8]) throws(SynthesisError) in try output.write(bytes) }
        try output.close()
    }

    private func write(_ text: String, to name: String, in directory: String) throws(SynthesisError) {
        let path = "\(directory)/\(name)"
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw .output(path: path, reason: "cannot be written")
        }
    }
}
