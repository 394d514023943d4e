import Foundation
import Glibc
import LogSynthesis
import ProgramTestSupport
import Testing

/// Each call that changes a file, failing once, or the last one of the process.
@Suite("Failing system calls", .enabled("strace is missing, or may not trace here") { Faults.canTrace })
struct InjectionTests {
    /// Two nights: the second brings a second server's log of the first day, and a day.
    private struct Nights {
        let before: Site
        let after: Site
        let first: [String]

        init() throws {
            let site = try Site(
                SynthesisOptions(lines: 900, days: 2, articles: 12, seed: 8, timezone: "Asia/Tokyo", servers: 2),
                now: "2026-03-03T00:30:00+09:00")
            first = Array(site.names.prefix(1))
            #expect(try site.run(first).status == 0)
            before = site
            after = try site.copy()
            #expect(try after.run(after.names).status == 0)
        }
    }

    @Test("Each day is the old or the new one, and the next run mends the rest", arguments: Strace.Fault.allCases)
    func everyCall(fault: Strace.Fault) throws {
        let nights = try Nights()
        let traced = try nights.before.copy()
        let calls = try Strace.calls(of: traced.process(traced.names), in: traced.scratch)
        #expect(calls.count <= 300, "\(calls.count) calls: the fixture is too large")
        #expect(calls.count >= 20)
        let step = Faults.count(short: 15, long: 1)
        // The three kinds of fault come upon different calls in the short version.
        let offset = Strace.Fault.allCases.firstIndex(of: fault).map { $0 * step / 3 } ?? 0
        for call in stride(from: offset, to: calls.count, by: step).map({ calls[$0] }) {
            try check(fault, at: call, nights)
        }
    }

    private func check(_ fault: Strace.Fault, at call: Strace.Call, _ nights: Nights) throws {
        let site = try nights.before.copy()
        let place = "\(fault.rawValue) at \(call)"
        let ending = try Strace.injecting(fault, at: call, into: site.process(site.names)).run(in: site.scratch)
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
        let again = try site.run(site.names)
        #expect(again.status == 0, "\(place): \(again.errors)")
        if let difference = site.reports.difference(from: nights.after.reports) {
            Issue.record("\(place), \(ending.status), run again: \(difference)\n\(ending.errors)")
        }
        #expect(try site.quickCheck() == "ok", "\(place)")
        #expect(site.strayFiles == [], "\(place)")
    }
}
