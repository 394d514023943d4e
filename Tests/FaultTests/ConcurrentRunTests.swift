import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import Testing

/// One run at a time, and no run waits for one that is dead.
@Suite("Runs at once", .serialized)
struct ConcurrentRunTests {
    private static let options = SynthesisOptions(
        lines: 6000, days: 2, articles: 40, seed: 9, timezone: "Asia/Tokyo", servers: 2)
    private static let now = "2026-03-03T00:30:00+09:00"

    @Test("Of two runs started at once one works and the other ends with 75; nothing is counted twice")
    func twoAtOnce() throws {
        let site = try Site(Self.options, now: Self.now)
        let alone = try site.copy()
        #expect(try alone.run(alone.names).status == 0)
        var turnedAway = 0
        let rounds = Faults.count(short: 5, long: 50)
        for round in 0..<rounds {
            let both = try site.copy()
            let programs = try (0..<2).map { _ in try both.process(both.names).start(in: both.scratch) }
            let endings = try programs.map { try $0.wait() }
            // The second may come when the first is done, and then has nothing to do.
            #expect([[0, 0], [0, 75]].contains(endings.map(\.status).sorted()), "round \(round): \(endings)")
            for (ending, other) in zip(endings, programs.reversed()) where ending.status == 75 {
                turnedAway += 1
                #expect(ending.errors.contains("\(other.pid)"), "\(ending.errors)")
            }
            if let difference = both.reports.difference(from: alone.reports) {
                Issue.record("round \(round): \(difference)")
            }
            #expect(both.strayFiles == [])
        }
        #expect(turnedAway > 0)
    }

    @Test("A run that is turned away is told the other's process and start")
    func nameOfTheOther() throws {
        let site = try Site(Self.options, now: Self.now)
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: 64))
        // Its first bytes are looked at before the lock is taken; then it waits for more.
        let first = try site.process(["-"]).start(in: site.scratch, reading: pipe)
        try awaitLock(of: first, in: site)
        let second = try site.run(site.names)
        #expect(second.status == 75)
        #expect(second.errors.contains("\(first.pid)"))
        #expect(second.errors.contains(/20[0-9]{2}-[0-9]{2}-[0-9]{2}.[0-9]{2}:[0-9]{2}/), "\(second.errors)")
        #expect(second.errors.split(separator: "\n").count == 1)
        try pipe.fileHandleForWriting.close()
        #expect(try first.wait().status == 0)
        #expect(try site.run(site.names).status == 0)
    }

    @Test("After a run that was killed while it held the lock, the next one starts at once")
    func lockOfTheDead() throws {
        let site = try Site(Self.options, now: Self.now)
        let alone = try site.copy()
        #expect(try alone.run(alone.names).status == 0)
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: 64))
        let first = try site.process(["-"]).start(in: site.scratch, reading: pipe)
        try awaitLock(of: first, in: site)
        first.kill()
        #expect(try first.wait().status == -SIGKILL)
        try pipe.fileHandleForWriting.close()
        #expect(try site.run(site.names) == Program.Ending(stdout: [], stderr: [], status: 0))
        #expect(site.reports.difference(from: alone.reports) == nil)
    }

    /// Waits until a lock on a file of the site's folder is held.
    private func awaitLock(of program: RunningProgram, in site: Site) throws {
        for _ in 0..<1000 {
            // `1: FLOCK  ADVISORY  WRITE 4711 fe:00:123456 0 EOF`
            let locks = try String(contentsOfFile: "/proc/locks", encoding: .utf8).split(separator: "\n")
            if locks.contains(where: { $0.split(separator: " ").contains("\(program.pid)") }) { return }
            usleep(10_000)
        }
        Issue.record("no lock was taken")
    }
}
