import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import TestSupport
import Testing

/// Logs that are damaged, or that change under the reader's eyes.
@Suite("Bad sources", .serialized)
struct BadSourceTests {
    private static let options = SynthesisOptions(
        lines: 6000, days: 2, articles: 40, seed: 41, timezone: "Asia/Tokyo", servers: 2)
    private static let now = "2026-03-03T00:30:00+09:00"

    @Test(
        "Nothing of a damaged log is counted, the run's days are incomplete, and the whole log clears that",
        arguments: ["cut", "flipped", "cut again"])
    func damaged(how: String) throws {
        let site = try Site(Self.options, now: Self.now)
        let whole = try site.copy()
        #expect(try whole.run(whole.names).status == 0)
        let others = try site.copy()
        let bad = site.names[1]
        #expect(try others.run(site.names.filter { $0 != bad }).status == 0)

        let bytes = try site.scratch.bytes(bad)
        var broken = Array(bytes.prefix(bytes.count / 2))
        if how == "flipped" {
            broken = bytes
            broken[bytes.count / 2] ^= 4
        }
        try site.scratch.write(broken, to: bad)
        let first = try site.run(site.names)
        #expect(first.status == 65)
        #expect(first.errors.hasPrefix("accessrank: \(bad): damaged at byte "))
        #expect(site.views == others.views)
        for day in site.days {
            #expect(try site.scratch.text("reports/\(day)/ranking.md").contains("**INCOMPLETE:**"), "\(day)")
        }
        if how == "cut again" {
            // Cut at another place the night after, which mends nothing.
            try site.scratch.write(Array(bytes.prefix(bytes.count / 3)), to: bad)
            #expect(try site.run([bad]).status == 65)
            #expect(site.views == others.views)
            #expect(try site.scratch.text("reports/\(site.days[0])/ranking.md").contains("**INCOMPLETE:**"))
        }
        try site.scratch.write(bytes, to: bad)
        let second = try site.run([bad])
        #expect(second == Program.Ending(stdout: [], stderr: [], status: 0), "\(second.errors)")
        #expect(
            site.reports.withoutRestatements.difference(from: whole.reports.withoutRestatements) == nil)
    }

    @Test(
        "A log that changes while it is read is not counted, and named",
        .enabled("strace is missing, or may not trace here") { Faults.canTrace },
        arguments: ["grown", "written over", "cut"])
    func changing(how: String) throws {
        let site = try Site(Self.options, now: Self.now)
        let expected = try site.copy()
        let good = Array(site.names.dropFirst())
        #expect(try expected.run(good).status == 0)

        // Large enough that it is not read in one go; the second reading waits until it has been changed.
        let lines = try Self.lines()
        try site.scratch.write(lines, to: "changing.log")
        let path = URL(fileURLWithPath: site.scratch.place("changing.log")).standardizedFileURL.path
        let program = Strace.wrapped(
            site.process(good + ["changing.log"]),
            [
                "-P", path, "-e", "trace=read,pread64", "-e", "inject=read,pread64:delay_enter=2000000:when=2", "-o",
                "/dev/null",
            ])
        let running = try program.start(in: site.scratch)
        try awaitReading(of: path)
        switch how {
        case "grown": try append(Array("more\n".utf8), to: path)
        case "cut": truncate(path, off_t(lines.count / 2))
        default: try overwrite(path, from: lines.count / 2)
        }
        let ending = try running.wait()
        #expect(ending.errors.contains("changing.log"), "\(ending.status) \(ending.errors)")
        #expect(ending.status != 0)
        for day in site.days {
            let rows = try site.scratch.text("reports/\(day)/articles.csv")
            #expect(try rows == expected.scratch.text("reports/\(day)/articles.csv"), "\(day)")
        }
    }

    /// Some megabytes of a log of other readers.
    private static func lines() throws -> [UInt8] {
        let logs = try SiteSynthesis(
            SynthesisOptions(lines: 30_000, days: 1, articles: 40, seed: 42, timezone: "Asia/Tokyo")
        ).synthesize()
        return logs.files.flatMap(\.bytes)
    }

    /// Waits until a process has read a part of a file.
    private func awaitReading(of path: String) throws {
        let manager = FileManager.default
        for _ in 0..<2000 {
            for process in try manager.contentsOfDirectory(atPath: "/proc") where Int32(process) != nil {
                for number in (try? manager.contentsOfDirectory(atPath: "/proc/\(process)/fd")) ?? [] {
                    guard (try? manager.destinationOfSymbolicLink(atPath: "/proc/\(process)/fd/\(number)")) == path,
                        let info = try? String(contentsOfFile: "/proc/\(process)/fdinfo/\(number)", encoding: .utf8),
                        !info.contains("pos:\t0\n")
                    else { continue }
                    return
                }
            }
            usleep(5000)
        }
        Issue.record("nothing was read of \(path)")
    }

    private func append(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data(bytes))
        try file.close()
    }

    private func overwrite(_ path: String, from offset: Int) throws {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seek(toOffset: UInt64(offset))
        try file.write(contentsOf: Data("x".utf8))
        try file.close()
    }
}
