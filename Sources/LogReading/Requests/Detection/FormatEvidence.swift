/// What a log's first lines showed of its format.
public struct FormatEvidence: Sendable {
    /// A format and how many of the lines fit it.
    public struct Fit: Hashable, Sendable {
        public let format: LogFormat
        public let lines: Int
    }

    /// Another format that as many of the lines fit.
    public struct Rival: Hashable, Sendable {
        public let format: LogFormat
        /// Why the verdict was preferred.
        public let reason: Reason

        init(format: LogFormat, to verdict: LogFormat) {
            self.format = format
            reason = verdict.hasVirtualHost && !format.hasVirtualHost ? .hostTakenForClient : .triedLater
        }
    }

    /// Why one of two formats that fit the same lines was preferred.
    public enum Reason: Hashable, Sendable {
        /// The other one takes the virtual host for the client; the second word of the lines shows that it is none.
        case hostTakenForClient
        /// Nothing in the lines tells them apart: it is the first of both in the order in which they are tried.
        case triedLater
    }

    /// Lines looked at: neither blank, oversize nor directives.
    public let lines: Int
    /// Lines by which the server tells about the log.
    public let directives: Int
    /// Those of `lines` that fit some format.
    public let fittingLines: Int
    /// Each format that any of the lines fits, in the order in which they are tried.
    public let fits: [Fit]
    /// Nil where no line fits any format, and no directive declares one.
    public let verdict: LogLayout?
    public let rivals: [Rival]

    /// How many of the lines fit the verdict.
    public var verdictLines: Int { fits.first { $0.format == verdict?.format }?.lines ?? 0 }
}

extension FormatEvidence.Reason: CustomStringConvertible {
    /// The reason as the end of a sentence that begins with "preferred, because".
    public var description: String {
        switch self {
        case .hostTakenForClient: "it would take the virtual host for the client"
        case .triedLater: "nothing in the lines tells the two apart; name the other one where it is meant"
        }
    }
}
