/// Why a line does not fit its log's format: the first thing that is wrong with it.
public enum LineMisfit: String, CaseIterable, Sendable {
    // Lines of anything else.
    case binary = "bytes that are no text"
    case json = "JSON, and the log is not"
    case comment = "a line that begins with #"

    // The common and combined formats, from left to right.
    case noHost = "no virtual host in front of a client"
    case noTime = "no [ of a time behind the client"
    case badTime = "its time cannot be read"
    case noRequest = "no request in quotes behind the time"
    case openRequest = "the quote of its request does not close"
    case noStatus = "no status of three digits behind the request"
    case noBytes = "no number of bytes behind the status"
    case badNames = "referrer and agent are not both in quotes"

    // Lines that are objects.
    case noObject = "no JSON object"
    case missingKey = "an object in which a key is missing, or its value cannot be read"

    // The W3C's extended format.
    case unlikeFields = "no #Fields line before it names its cells, with all that is needed"
    case noFields = "an entry of the W3C's format without a #Fields line before it"

    // Everything else.
    case other = "does not fit the format"
}

extension LineMisfit: CustomStringConvertible {
    /// A few words, without a full stop.
    public var description: String { rawValue }
}
