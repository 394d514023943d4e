import Testing

@testable import LogSynthesis

@Suite struct LogPlanTests {
    private func files(_ options: SynthesisOptions) throws -> [LogPlan.File] {
        var plan = LogPlan(try Sample.site(options))
        var files: [LogPlan.File] = []
        while let day = plan.nextDay() { files += day }
        return files
    }

    @Test("There is a file per day and server, with a number only where there are several")
    func names() throws {
        #expect(
            try files(Sample.options(days: 2, servers: 1)).map(\.name) == [
                "access-2026-03-28.log.gz", "access-2026-03-29.log.gz",
            ])
        #expect(
            try files(Sample.options(days: 1, servers: 2)).map(\.name) == [
                "access-2026-03-28-1.log.gz", "access-2026-03-28-2.log.gz",
            ])
    }

    @Test("Lines stand in the order in which requests end, not in that of their times", arguments: Sample.seeds)
    func order(seed: UInt64) throws {
        for file in try files(Sample.options(seed: seed)) {
            let ends = file.requests.map(\.endMilliseconds)
            #expect(ends == ends.sorted())
            #expect(file.requests.map(\.second) != file.requests.map(\.second).sorted())
        }
    }

    @Test(
        "A request that ends after midnight stands in the next day's file; the last file has what is left",
        arguments: Sample.seeds)
    func lateLines(seed: UInt64) throws {
        let options = Sample.options(seed: seed, servers: 1)
        let clock = try Sample.site(options).clock
        let files = try files(options)
        for (file, day) in zip(files, clock.days) {
            #expect(file.requests.allSatisfy { $0.endMilliseconds >= day.lowerBound * 1000 })
        }
        for (file, day) in zip(files.dropLast(), clock.days) {
            #expect(file.requests.allSatisfy { $0.endMilliseconds < day.upperBound * 1000 })
        }
        #expect(files[1].requests.contains { Int($0.second) < clock.days[1].lowerBound })
        #expect(files[2].requests.contains { $0.endMilliseconds >= clock.end * 1000 })
    }

    @Test("All servers have their share, whatever the reader")
    func servers() throws {
        let files = try files(Sample.options(days: 1, servers: 4))
        #expect(files.allSatisfy { $0.requests.count > 1000 })
    }
}
