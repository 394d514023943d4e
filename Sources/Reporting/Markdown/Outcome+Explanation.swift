import ViewCounting

extension Outcome {
    /// What the outcome means, for a reader who has never seen a log.
    var explanation: String {
        switch self {
        case .oversize: "longer than 65,536 bytes; dropped whole"
        case .blank: "an empty line"
        case .malformed: "not in the log's format, or its time is no time"
        case .future: "its time lies more than ten minutes after the start of the run"
        case .late: "it came after the day had been closed"
        case .badRequest: "the request is not one that a browser sends"
        case .otherMethod: "not a GET: forms, probes and checks"
        case .otherStatus: "the page was not delivered (neither 200 nor 304)"
        case .otherPage: "not an article: images, styles, front page, feeds"
        case .excluded: "the site's profile leaves it out: a client, an agent, a path or an article"
        case .prefetch: "a browser fetched it ahead of a click that may never have come"
        case .robot: "a robot, or a client that does not say what it is"
        case .doubleClick: "the same visitor opened the same article again within 30 seconds"
        case .view: "an article that somebody opened: what the rankings count"
        }
    }
}
