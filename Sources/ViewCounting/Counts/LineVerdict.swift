public import LogReading

/// What became of a line that asks for an article and is no click, and the rule that decided it.
public struct LineVerdict: Hashable, Sendable {
    /// The method, the status, the entry of the profile or of a robot list; empty where it is not known any more, and for
    /// methods of which there are too many to tell them apart.
    ///
    /// Bytes from outside, for other-method cut to `longestMethod`.
    public let rule: ByteString
    /// One of `LineVerdict.outcomes`.
    public let outcome: Outcome

    /// The outcomes that a line with an article's target can have before it is a click, in the order in which they apply.
    public static let outcomes: [Outcome] = [.otherMethod, .otherStatus, .excluded, .prefetch, .robot]

    public init(_ outcome: Outcome, rule: ByteString) {
        self.outcome = outcome
        self.rule = rule
    }

    static let prefetch = LineVerdict(.prefetch, rule: "Sec-Purpose, Purpose or X-Moz")
    static let foreignHost = LineVerdict(.excluded, rule: "hosts: another one")

    static func method(_ method: ByteView) -> LineVerdict {
        LineVerdict(.otherMethod, rule: ByteString(method[0..<min(method.count, longestMethod)].bytes))
    }

    static func status(_ status: UInt16) -> LineVerdict { LineVerdict(.otherStatus, rule: ByteString("\(status)")) }

    static func excluded(_ key: String, _ entry: String) -> LineVerdict {
        LineVerdict(.excluded, rule: ByteString("exclude.\(key): \(entry)"))
    }

    static func robot(_ reason: RobotReason) -> LineVerdict {
        let rule =
            switch reason {
            case .noAgent: "no agent"
            case .also(let token): "robots.also: \(token)"
            case .listed(let entry, let list): "\(list): \(entry.token)"
            }
        return LineVerdict(.robot, rule: ByteString(rule))
    }

    private static let longestMethod = 32
}

/// Lines of one page that are no clicks, all for the same reason. 24 bytes, as long as the verdict comes first.
public struct UncountedLines: Hashable, Sendable {
    public var verdict: LineVerdict
    /// The number of the page in the `PageTable` beside it.
    public var page: UInt32
    /// 1 or more.
    public var lines: Int

    public init(page: UInt32, verdict: LineVerdict, lines: Int) {
        self.page = page
        self.verdict = verdict
        self.lines = lines
    }
}

/// Numbers for verdicts, so that counting lines by verdict touches no text. Of one worker.
final class VerdictNumbers {
    private(set) var verdicts: [LineVerdict] = []
    private var numbers: [LineVerdict: UInt32] = [:]
    private var statuses: [UInt32] = Array(repeating: none, count: 1000)
    private(set) lazy var prefetch = number(of: .prefetch)
    private(set) lazy var foreignHost = number(of: .foreignHost)

    /// Stands where no verdict is.
    static let none = UInt32.max
    private var methods = 0
    /// Methods are the client's to choose: beyond so many, all others are one. All other rules are the site's.
    private static let mostMethods = 256

    func number(of verdict: LineVerdict) -> UInt32 {
        if let known = numbers[verdict] { return known }
        let number = UInt32(verdicts.count)
        verdicts.append(verdict)
        numbers[verdict] = number
        return number
    }

    /// The one that was asked for last, by its bytes: nearly always a short one, and `POST`. No method holds a zero byte.
    private var lastMethod: (word: UInt64, number: UInt32) = (0, none)

    func number(ofMethod method: ByteView) -> UInt32 {
        guard method.count <= 8 else { return findNumber(ofMethod: method) }
        let word = method.partialWord(at: 0)
        if word != lastMethod.word { lastMethod = (word, findNumber(ofMethod: method)) }
        return lastMethod.number
    }

    private func findNumber(ofMethod method: ByteView) -> UInt32 {
        let verdict = LineVerdict.method(method)
        if let known = numbers[verdict] { return known }
        if methods == VerdictNumbers.mostMethods { return number(of: LineVerdict(.otherMethod, rule: "")) }
        methods += 1
        return number(of: verdict)
    }

    /// - Parameter status: Three digits.
    func number(ofStatus status: UInt16) -> UInt32 {
        let index = Int(status)
        if statuses[index] == VerdictNumbers.none { statuses[index] = number(of: .status(status)) }
        return statuses[index]
    }
}
