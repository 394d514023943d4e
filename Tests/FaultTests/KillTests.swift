import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import TestSupport
import Testing

/// A run that is killed at any moment leaves nothing that the next one does not mend.
@Suite("Kills", .serialized)
struct KillTests {
    private static let options = SynthesisOptions(
        lines: 12_000, days: 5, articles: 60, seed: 31, timezone: "Asia/Tokyo", servers: 4)
    private static let now = "2026-03-06T00:30:00+09:00"

    @Test("Killed at a random moment of a run over 20 logs, and run again: as if nothing had been")
    func randomMoments() throws {
        let empty = try Site(Self.options, now: Self.now)
        #expect(empty.names.count == 20)
        let undisturbed = try empty.copy()
        let start = ContinuousClock.now
        #expect(try undisturbed.run(undisturbed.names).status == 0)
        let length = ContinuousClock.now - start
        // Half of the kills come upon the reports and the history of an earlier night.
        let before = try empty.copy()
        #expect(try before.run(Array(before.names.prefix(11))).status == 0)
        let afterBefore = try before.copy()
        #expect(try afterBefore.run(afterBefore.names).status == 0)
        #expect(
            afterBefore.reports.withoutRestatements.difference(from: undisturbed.reports.withoutRestatements) == nil)

        let seed: UInt64 = 3
        var random = SeededGenerator(seed: seed)
        let kills = Faults.count(short: 10, long: 200)
        var killed = 0
        for number in 0..<kills {
            let state = number.isMultiple(of: 2) ? empty : before
            let expected = (number.isMultiple(of: 2) ? undisturbed : afterBefore).reports
            let site = try state.copy()
            // Spread over the run, a moment of each stretch of it.
            let share = (Double(number) + Double.random(in: 0..<1, using: &random)) / Double(kills)
            let running = try site.process(site.names).start(in: site.scratch)
            usleep(UInt32(share * Double(length / .microseconds(1))))
            running.kill()
            let first = try running.wait()
            #expect([0, -SIGKILL].contains(first.status))
            killed += first.status == 0 ? 0 : 1
            let again = try site.run(site.names)
            let place = "seed \(seed), kill \(number) of \(kills), at \(share) of the run, \(first.errors)"
            #expect(again.status == 0, "\(place)\n\(again.errors)")
            if let difference = site.reports.withoutRestatements.difference(from: expected.withoutRestatements) {
                Issue.record("\(place): \(difference)")
            }
            #expect(try site.quickCheck() == "ok", "\(place)")
            #expect(site.strayFiles == [], "\(place)")
        }
        #expect(killed > 0, "the kills came too late to be any")
    }
}
