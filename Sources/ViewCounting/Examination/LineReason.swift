public import LogReading

/// Why a line has its outcome: what `accessrank check` tells lines of one outcome apart by.
public enum LineReason: Hashable, Sendable {
    /// More bytes than a line may have.
    case tooLong
    /// Nothing but white space.
    case empty
    /// The server tells about the log.
    case directive
    case misfit(LineMisfit)
    /// Its time is ahead of the clock.
    case ahead
    case badRequest(RequestDefect)
    /// The method, cut to a few bytes.
    case method(ByteString)
    case status(UInt16)
    /// The target has no path.
    case noPath
    /// The front page, `/robots.txt` or `/favicon.ico`.
    case siteFile(ByteString)
    /// What stands behind the last dot of a file that is no page.
    case asset(ByteString)
    /// No pattern fits paths of this shape.
    case shape(String)
    /// The profile excludes the article with this key.
    case excludedArticle(ByteString)
    /// This pattern of `exclude.paths` fits.
    case excludedPath(String)
    /// This entry of `exclude.agents` is in the agent.
    case excludedAgent(String)
    /// The client is in the network of this place, from 1 on, of `exclude.clients`.
    case excludedClient(Int)
    /// None of `hosts`.
    case foreignHost(ByteString)
    case prefetch
    case robot(RobotReason)
}
