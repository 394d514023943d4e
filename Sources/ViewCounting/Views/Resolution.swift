/// The way of one request target through the rules, step by step, for people who ask why.
public struct Resolution: Sendable {
    /// A step of section 3 of the counting rules.
    public enum Stage: Sendable {
        case origin, fragment, query, escapes, slashes, dotSegments, endings
        /// This pattern is the first that fits; what comes out is the key that it gives.
        case pattern(PathPattern)
        case keptQuery, section
    }

    /// What one stage made of the bytes that it was given. Equal bytes: it found nothing to do.
    public struct Step: Sendable {
        public let stage: Stage
        public let before: [UInt8]
        public let after: [UInt8]

        public var changed: Bool { before != after }
    }

    public let target: [UInt8]
    /// The steps taken, in order; the last is the one after which the verdict was clear.
    public let steps: [Step]
    public let verdict: TargetVerdict
}

extension Resolution.Stage {
    /// The name of the step, a word or two.
    public var name: String {
        switch self {
        case .origin: "origin"
        case .fragment: "fragment"
        case .query: "query"
        case .escapes: "escapes"
        case .slashes: "slashes"
        case .dotSegments: "dot segments"
        case .endings: "endings"
        case .pattern: "pattern"
        case .keptQuery: "kept query"
        case .section: "section"
        }
    }

    /// What the step does, as one sentence without a full stop.
    public var sentence: String {
        switch self {
        case .origin: "scheme and host are dropped"
        case .fragment: "what follows the first # is dropped"
        case .query: "what follows the first ? is set aside"
        case .escapes: "percent-escapes get one spelling"
        case .slashes: "several slashes become one"
        case .dotSegments: "/./ and /../ are resolved"
        case .endings: "/index.html, /index.htm, /index.php, /amp, /page/N and / at the end are dropped"
        case .pattern(let pattern): "\(pattern.source) is the first pattern that fits, and gives the key"
        case .keptQuery: "the parameters of identity_query are added to the key"
        case .section: "{section} of the pattern, or the first of several segments, is the section"
        }
    }
}

extension ArticleRules {
    /// The steps from a target to its article, or to the reason why it is none; the verdict is that of `judge(target:)`.
    public func resolve(target: [UInt8]) -> Resolution {
        var notes = StepNotes()
        let verdict = walk(target, notes: &notes)
        return Resolution(target: target, steps: notes.steps, verdict: verdict)
    }
}
