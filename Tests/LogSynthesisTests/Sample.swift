import Testing

@testable import LogSynthesis

/// Small sites for tests to look at.
enum Sample {
    static let seeds: [UInt64] = [1, 2, 3, 2026]

    static func options(
        lines: Int = 6000, days: Int = 3, articles: Int = 80, seed: UInt64 = 1, start: String = "2026-03-28",
        timezone: String = "Europe/Berlin", servers: Int = 2
    ) -> SynthesisOptions {
        SynthesisOptions(
            lines: lines, days: days, articles: articles, seed: seed, start: start, timezone: timezone, servers: servers
        )
    }

    static func site(_ options: SynthesisOptions = options()) throws -> SiteModel {
        try SiteModel(options)
    }

    /// All requests of a site, in the order in which they were planned.
    static func requests(_ site: SiteModel, perDay quota: Int) -> [PlannedRequest] {
        site.clock.days.indices.flatMap { index in
            var planner = DayPlanner(day: index, quota: quota, site: site)
            return planner.plan()
        }
    }

    /// A click of a reader: number, article, second; what else it has comes from the caller.
    static func click(_ reader: UInt32, _ article: UInt32, at second: Int) -> PlannedRequest {
        PlannedRequest(second: UInt32(second), client: reader, target: .article, number: article)
    }
}
