import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("A second look at each line")
struct LogExaminerTests {
    /// Clicks have no reason; of late lines nothing is told.
    private static let withoutReason: Set<Outcome> = [.view, .doubleClick, .late]

    @Test(
        "The reasons of an outcome have its lines, and the count is what it is without a look",
        arguments: 5000..<5060 as Range<UInt64>)
    func accounting(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let counted = run.reduction([try run.worker([0: log.content])])
        let (examined, examination) = try examine(log.content, run)
        #expect(examined.accounting == counted.accounting, "seed \(seed)")
        #expect(examined.days == counted.days, "seed \(seed)")
        for outcome in Outcome.allCases {
            let expected = Self.withoutReason.contains(outcome) ? 0 : counted.accounting[outcome]
            #expect(examination.reasons[outcome]?.lines ?? 0 == expected, "seed \(seed), \(outcome)")
        }
        #expect(examination.times.lines == counted.days.reduce(0) { $0 + $1.accounting.lines }, "seed \(seed)")
    }

    @Test("What two logs tell is the sum of what each tells", arguments: 5100..<5110 as Range<UInt64>)
    func sum(seed: UInt64) throws {
        let log = try #require(SmallLog(seed: seed))
        let run = try CountingRun(log.rules, format: log.format)
        let half = log.lines.count / 2
        let (_, whole) = try examine(SmallLog.content(log.lines, endsWithLineFeed: true), run)
        var (_, parts) = try examine(SmallLog.content(Array(log.lines[..<half]), endsWithLineFeed: true), run)
        parts += try examine(SmallLog.content(Array(log.lines[half...]), endsWithLineFeed: true), run).examination
        for outcome in Outcome.allCases {
            #expect(told(whole, outcome) == told(parts, outcome), "seed \(seed), \(outcome)")
        }
        #expect(whole.unmatchedPaths.commonest(.max) == parts.unmatchedPaths.commonest(.max), "seed \(seed)")
        #expect(whole.times.offsets == parts.times.offsets, "seed \(seed)")
    }

    @Test("Lines behind a later one are those that the plain rule finds", arguments: 5200..<5230 as Range<UInt64>)
    func order(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let seconds = (0..<50).map { _ in UInt32.random(in: 1_714_550_400...1_714_550_460, using: &generator) }
        var course = TimeCourse()
        for second in seconds { course.note(second: second, offset: nil, siteOffset: 0) }
        let steps = seconds.indices.map { index in (seconds[..<index].max() ?? 0, seconds[index]) }
            .filter { $0.0 > $0.1 }.map { $0.0 - $0.1 }
        #expect(course.linesBehind == steps.count)
        #expect(course.largestStepBack == steps.max() ?? 0)
    }

    @Test("A table that is full counts what finds no room")
    func fullTables() {
        var paths = PathCounts()
        for number in 0..<(PathCounts.mostPaths + 3) { paths.note(ByteString(Array("/\(number)".utf8))) }
        paths.note(ByteString(Array("/7".utf8)))
        #expect(paths.count == PathCounts.mostPaths)
        #expect(paths.others == 3)
        #expect(paths.commonest(1).map(\.lines) == [2])
        var reasons = ReasonTable()
        for number in 0..<(ReasonTable.mostReasons + 2) {
            reasons.note(.shape("\(number)"), sample: .raw([], isCut: false))
        }
        #expect(reasons.count == ReasonTable.mostReasons)
        #expect(reasons.others == 2)
        #expect(reasons.lines == ReasonTable.mostReasons + 2)
        var sum = reasons
        sum += reasons
        #expect(sum.lines == 2 * reasons.lines)
        #expect(sum.others == 4)
    }

    private func told(_ examination: LogExamination, _ outcome: Outcome) -> [String] {
        (examination.reasons[outcome] ?? ReasonTable()).commonest { "\($0)" }.map { "\($0.lines) \($0.reason)" }
    }

    private func examine(_ content: [UInt8], _ run: CountingRun) throws -> (
        counted: Counted, examination: LogExamination
    ) {
        var counter = run.counter()
        var examiner = LogExaminer(run.rules)
        let input = try LogInput(opening: try run.path(of: content, number: 7))
        try counter.count(
            LogStream(input), as: 7, layout: run.format.map { .standard($0) }, examining: &examiner)
        return (run.reduction([counter.finish()]), examiner.examination)
    }
}
