import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import Testing

/// A disk that is full, and a limit to the size of files: exit 74, and no file that is shorter than it should be.
@Suite("Full disks")
struct FullDiskTests {
    /// Large enough that the history and the reports fill some hundred kilobytes.
    private static let options = SynthesisOptions(
        lines: 16_000, days: 3, articles: 900, seed: 5, timezone: "Asia/Tokyo", servers: 2)
    private static let now = "2026-03-04T00:30:00+09:00"

    /// The first night's reports and history, and those of a second night that changes all days.
    private struct Nights {
        let before: Site
        let after: Site

        init() throws {
            before = try Site(FullDiskTests.options, now: FullDiskTests.now)
            let first = before.names.filter { $0.contains("-1.") }
            try #require(!first.isEmpty && first.count < before.names.count)
            #expect(try before.run(first).status == 0)
            after = try before.copy()
            #expect(try after.run(after.names).status == 0)
        }

        func check(_ site: Site, _ ending: Program.Ending, _ place: String) throws {
            #expect([0, 74].contains(ending.status), "\(place): \(ending.status) \(ending.errors)")
            for day in site.days {
                let found = site.report(day)
                let (old, new) = (before.report(day), after.report(day))
                #expect(found == old || found == new, "\(place): \(day) is neither old nor new")
                if ending.status == 0 { #expect(found == new, "\(place): success, and \(day) is old") }
            }
        }

        func checkMended(_ site: Site, _ ending: Program.Ending, _ place: String) throws {
            #expect(ending.status == 0, "\(place): \(ending.errors)")
            if let difference = site.reports.difference(from: after.reports) {
                Issue.record("\(place), run again: \(difference)")
            }
            #expect(try site.quickCheck() == "ok", "\(place)")
            #expect(site.strayFiles == [], "\(place)")
        }
    }

    @Test(
        "Reports and history on a disk of 64 KiB to 4 MiB, full before the run, after it, or in between",
        .enabled("mounting needs root here") { Faults.canMount })
    func fullDisk() throws {
        let nights = try Nights()
        var statuses: Set<Int32> = []
        let sizes = [64, 256, 384, 448, 512, 768, 1024, 1536, 2048, 3072, 4096]
        let fine = stride(from: 128, through: 4096, by: 32)
        for kilobytes in Faults.isLong ? Array(Set(sizes + fine)).sorted() : sizes {
            let place = "\(kilobytes) KiB"
            let site = try nights.before.copy()
            let status = try onDisk(of: kilobytes, site)
            try nights.check(site, status, place)
            statuses.insert(status.status)
            try nights.checkMended(site, site.run(site.names), place)
        }
        #expect(statuses == [0, 74])
    }

    /// Runs with the folder on a disk of its own, that the folder's files just fit or that has this many more KiB, and
    /// takes all back from there.
    private func onDisk(of kilobytes: Int, _ site: Site) throws -> Program.Ending {
        try FileManager.default.createDirectory(atPath: site.scratch.place("disk"), withIntermediateDirectories: false)
        let output = ["accessrank.sqlite", "reports"]
        // The logs are read from where they are; what is written is on the disk.
        let script = """
            set -e
            used=$(du -sk --total \(output.joined(separator: " ")) | tail -n 1 | cut -f 1)
            size=\(kilobytes); [ $size -gt $used ] || size=$((used + 16))
            mount -t tmpfs -o size=${size}k tmpfs disk
            cp -a \(output.joined(separator: " ")) disk/
            set +e
            "$@" --history disk/accessrank.sqlite --reports disk/reports
            status=$?
            set -e
            rm -rf \(output.joined(separator: " "))
            cp -a disk/. .
            umount disk
            rmdir disk
            exit $status
            """
        let program = site.process(site.names)
        var shell = Program(
            executable: URL(fileURLWithPath: "/usr/bin/unshare"),
            arguments: ["-m", "/bin/sh", "-c", script, "sh", program.executable.path] + program.arguments)
        shell.environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin"
        return try shell.run(in: site.scratch)
    }

    @Test("A limit to the size of files does not kill a run, nor shorten a file")
    func fileSizeLimit() throws {
        let nights = try Nights()
        var statuses: Set<Int32> = []
        // In blocks of 512 bytes, as POSIX has it.
        let limits = [0, 1, 8, 16, 64, 128, 200, 256, 400, 800, 1600, 16_000]
        for blocks in Faults.isLong ? Array(Set(limits + stride(from: 0, to: 1600, by: 40))).sorted() : limits {
            let place = "ulimit -f \(blocks)"
            let site = try nights.before.copy()
            let program = site.process(site.names)
            let limited = Program(
                executable: URL(fileURLWithPath: "/bin/dash"),
                arguments: ["-c", "ulimit -f \(blocks); exec \"$@\"", "sh", program.executable.path]
                    + program.arguments)
            let ending = try limited.run(in: site.scratch)
            try nights.check(site, ending, place)
            statuses.insert(ending.status)
            try nights.checkMended(site, site.run(site.names), place)
        }
        #expect(statuses == [0, 74])
    }
}
