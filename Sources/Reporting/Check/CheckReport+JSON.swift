import LogReading
import ViewCounting

extension CheckReport {
    /// `docs/check.md` says what each member means.
    var json: String {
        JSONText.members([
            ("schema", .integer(CheckReport.jsonSchema)),
            ("site", .shown(site)),
            ("timezone", .shown(calendar.zoneName)),
            ("logs", .list(logs.map { $0.json(self) })),
            ("lines", .integer(accounting.lines)),
            ("outcomes", .members(Outcome.allCases.map { ($0.name, .integer(accounting[$0])) })),
            ("reasons", .members(explainedOutcomes.map { ($0.name, json(of: $0)) })),
            ("robots", .list(robots.map { json(ofRobot: $0) })),
            ("unmatched_paths", json(of: examination.unmatchedPaths)),
            ("first", instant(seconds?.lowerBound)),
            ("last", instant(seconds?.upperBound)),
            ("offsets", .list(offsets.map { json(ofOffset: $0) })),
            ("lines_of_other_offset", .integer(examination.times.linesOfOtherOffset)),
            ("hours_without_lines", hours),
        ]).document
    }

    /// Changes where a member's meaning does; members are only ever added.
    private static let jsonSchema = 1
    private static let mostStretches = 1000

    private func json(of outcome: Outcome) -> JSONText {
        let reasons = reasons(outcome)
        let shown = reasons.commonest(CheckReport.shownReasons) { $0.text }
        return .members([
            ("lines", .integer(reasons.lines)),
            (
                "commonest",
                .list(
                    shown.map { entry in
                        .members([
                            ("lines", .integer(entry.lines)), ("reason", .text(entry.reason.text)),
                            ("sample", .text(entry.sample.text(calendar))),
                        ])
                    })
            ),
            ("reasons", .integer(reasons.count)),
            ("lines_of_untold_reasons", .integer(reasons.others)),
        ])
    }

    private func json(ofRobot robot: (lines: Int, list: String?, entry: String?, why: String)) -> JSONText {
        .members([
            ("lines", .integer(robot.lines)), ("list", .shown(robot.list)), ("entry", .shown(robot.entry)),
            ("why", .shown(robot.why)),
        ])
    }

    private func json(of paths: PathCounts) -> JSONText {
        .members([
            (
                "commonest",
                .list(
                    paths.commonest(CheckReport.shownPaths).map { entry in
                        .members([
                            ("lines", .integer(entry.lines)), ("path", .text(MaskedLine.of(entry.path))),
                            ("shape", .text(PathShape.of(path: entry.path.bytes))),
                        ])
                    })
            ),
            ("paths", .integer(paths.count)),
            ("lines_of_untold_paths", .integer(paths.others)),
        ])
    }

    private func json(ofOffset offset: (offset: Int?, lines: Int)) -> JSONText {
        .members([
            ("offset", offset.offset.map { .text(CheckReport.text(ofOffset: $0)) } ?? .null),
            ("lines", .integer(offset.lines)),
        ])
    }

    private var hours: JSONText {
        .members([
            ("hours", .integer(quietHours.hours)),
            ("untold_stretches", .integer(max(0, quietHours.stretches.count - CheckReport.mostStretches))),
            (
                "stretches",
                .list(
                    quietHours.stretches.prefix(CheckReport.mostStretches).map { stretch in
                        .members([
                            ("from", .text(written(stretch.lowerBound))), ("to", .text(written(stretch.upperBound))),
                        ])
                    })
            ),
        ])
    }

    fileprivate func instant(_ second: UInt32?) -> JSONText {
        second.map { .text(written(Int64($0))) } ?? .null
    }

    /// `2026-03-02T06:25:24+09:00`
    private func written(_ second: Int64) -> String {
        let time = calendar.localTime(at: second)
        return "\(time.day)T\(time.clock)\(time.offsetText)"
    }
}

extension CheckReport.Log {
    fileprivate func json(_ report: CheckReport) -> JSONText {
        .members([
            ("name", .shown(name)),
            ("state", .text(state)),
            ("lines", .integer(lines)),
            ("fitting_lines", .integer(fittingLines)),
            ("format", format.map { .text($0.rawValue) } ?? .null),
            ("evidence", evidence.map(json(of:)) ?? .null),
            ("first", report.instant(seconds?.lowerBound)),
            ("last", report.instant(seconds?.upperBound)),
            ("lines_behind_a_later_one", .optional(times?.linesBehind)),
            ("largest_step_back_seconds", .optional(times.map { Int($0.largestStepBack) })),
        ])
    }

    private func json(of evidence: FormatEvidence) -> JSONText {
        .members([
            ("lines", .integer(evidence.lines)),
            ("directives", .integer(evidence.directives)),
            ("fitting", .integer(evidence.fittingLines)),
            (
                "fits",
                .list(
                    evidence.fits.map {
                        .members([("format", .text($0.format.rawValue)), ("lines", .integer($0.lines))])
                    })
            ),
            (
                "rivals",
                .list(
                    evidence.rivals.map {
                        .members([
                            ("format", .text($0.format.rawValue)), ("reason", .text($0.reason.description)),
                        ])
                    })
            ),
        ])
    }
}
