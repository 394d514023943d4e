/// Whether a log's lines have the fields that the profile asks for; noted only where it asks, and only of requests for
/// articles.
public struct FieldUse: Hashable, Sendable {
    private var hosts = 0
    private var withoutHost = 0
    private var forwarded = 0
    private var withoutForwarded = 0
    private var sessions = 0
    private var withoutSession = 0

    /// `hosts` has nothing to look at: lines were asked for their host, and none has such a field.
    public var lacksHost: Bool { withoutHost > 0 && hosts == 0 }
    /// `client: forwarded` has nothing to look at.
    public var lacksForwarded: Bool { withoutForwarded > 0 && forwarded == 0 }

    /// `session` has nothing to look at.
    public var lacksSession: Bool { withoutSession > 0 && sessions == 0 }

    mutating func note(hasHost: Bool) {
        if hasHost { hosts += 1 } else { withoutHost += 1 }
    }

    mutating func note(hasForwarded: Bool) {
        if hasForwarded { forwarded += 1 } else { withoutForwarded += 1 }
    }

    mutating func note(hasSession: Bool) {
        if hasSession { sessions += 1 } else { withoutSession += 1 }
    }
}
