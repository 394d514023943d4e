import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import Testing

/// Each call that changes a file, failing once, or the last one of the process.
@Suite("Failing system calls", .enabled("strace is missing, or may not trace here") { Faults.canTrace })
struct InjectionTests {
    @Test(
        "Each day is the old or the new one, and the next run mends the rest", arguments: Change.allCases,
        Strace.Fault.allCases)
    func everyCall(change: Change, fault: Strace.Fault) throws {
        let nights = try Nights(change)
        let traced = try nights.before.copy()
        let calls = try Strace.calls(of: nights.command(in: traced), in: traced.scratch)
        #expect(calls.count <= 300, "\(calls.count) calls: the fixture is too large")
        #expect(calls.count >= 15)
        // The kinds of fault come upon different calls in the short version.
        let step = Faults.count(short: 24, long: 1)
        let offset = Strace.Fault.allCases.firstIndex(of: fault).map { $0 * step / 3 } ?? 0
        for call in stride(from: offset, to: calls.count, by: step).map({ calls[$0] }) {
            try check(fault, at: call, nights)
        }
    }

    private func check(_ fault: Strace.Fault, at call: Strace.Call, _ nights: Nights) throws {
        let site = try nights.before.copy()
        let place = "\(nights.change): \(fault.rawValue) at \(call)"
        let ending = try Strace.injecting(fault, at: call, into: nights.command(in: site)).run(in: site.scratch)
        switch fault {
        case .kill: #expect([0, -SIGKILL].contains(ending.status), "\(place): \(ending.status) \(ending.errors)")
        case .noSpace, .ioError:
            #expect([0, 74].contains(ending.status), "\(place): \(ending.status) \(ending.errors)")
        }
        for day in site.days {
            let found = site.report(day)
            let (old, new) = (nights.before.report(day), nights.after.report(day))
            #expect(found == old || found == new, "\(place): \(day) is neither old nor new (\(ending.status))")
            if ending.status == 0 { #expect(found == new, "\(place): success, and \(day) is old") }
        }
        if ending.status == 74 {
            let lines = ending.errors.split(separator: "\n")
            #expect(lines.count >= 1 && lines.allSatisfy { $0.hasPrefix("accessrank: ") }, "\(place): \(ending.errors)")
        }
        let again = try nights.command(in: site).run(in: site.scratch)
        if nights.change == .forgetting, again.status != 0 {
            // It has been forgotten; what is left to do is to write it.
            #expect(try site.run(command: "rebuild").status == 0, "\(place)")
        } else {
            #expect(again.status == 0, "\(place): \(again.errors)")
        }
        if let difference = site.reports.difference(from: nights.after.reports) {
            Issue.record("\(place), \(ending.status), run again: \(difference)\n\(ending.errors)")
        }
        #expect(try site.quickCheck() == "ok", "\(place)")
        #expect(site.strayFiles == [], "\(place)")
    }
}

extension InjectionTests {
    /// What a run has to do.
    enum Change: String, CaseIterable, Sendable {
        case firstNight
        /// Brings a second server's log of the first day, and a day.
        case secondNight
        /// So late that the days are closed, and their clicks go.
        case closing
        case forgetting
        case purging
    }

    /// A site before and after a change.
    struct Nights {
        let change: Change
        let before: Site
        let after: Site

        init(_ change: Change) throws {
            self.change = change
            before = try Site(
                SynthesisOptions(lines: 900, days: 2, articles: 12, seed: 8, timezone: "Asia/Tokyo", servers: 2),
                now: "2026-03-03T00:30:00+09:00")
            switch change {
            case .firstNight: break
            case .secondNight: #expect(try before.run(Array(before.names.prefix(1))).status == 0)
            case .closing, .forgetting, .purging: #expect(try before.run(before.names).status == 0)
            }
            after = try before.copy()
            let ending = try command(in: after).run(in: after.scratch)
            #expect(ending.status == 0, "\(ending.errors)")
        }

        func command(in site: Site) -> Program {
            switch change {
            case .firstNight, .secondNight: site.process(site.names)
            case .closing: site.process(Array(site.names.suffix(1)), ["--now", "2026-03-20T00:30:00+09:00"])
            case .forgetting: site.program("forget", [site.names[0]])
            case .purging: site.program("purge", ["--before", "2026-03-02"])
            }
        }
    }
}
