import Testing

@testable import LogSynthesis

@Suite struct ViewPlanTests {
    @Test("About as many views are planned as the lines of a log bring", arguments: Sample.seeds)
    func proportion(seed: UInt64) throws {
        let options = Sample.options(lines: 30_000, seed: seed)
        let plan = try ViewPlan(options)
        let planned = (0..<3).map { plan.views(ofDay: $0).count }.reduce(0, +)
        let counted = try #require(try SiteSynthesis(options).synthesize().truth.outcomes["view"])
        #expect(abs(planned - counted) * 10 < counted)
    }

    @Test("A step brings its clicks as views in its minutes, a flood none, a reload few")
    func bursts() throws {
        func excess(_ kind: String, hasRises: Bool = true) throws -> Int {
            var options = Sample.options(lines: 30_000)
            func views(_ bursts: SynthesisOptions.Bursts) throws -> Int {
                options.bursts = bursts
                return try ViewPlan(options).views(ofDay: 1, hasRises: hasRises).count { view in
                    let minute = Int(view.minute) - 29_579_580  // 2026-03-29T09:00Z
                    return view.article == 4 && (0..<60).contains(minute)
                }
            }
            let list = "\(BurstList.columns)\n\(kind),2026-03-29T09:00,60,600,4\n"
            return try views(.listed(list)) - views(.listed(BurstList.columns))
        }
        #expect((550...650).contains(try excess("step")))
        #expect((-50...50).contains(try excess("step", hasRises: false)))
        #expect((-50...50).contains(try excess("robots")))
        #expect((-50...60).contains(try excess("reload")))
    }
}
