/// Why what stands in a request's place is no request.
public enum RequestDefect: String, CaseIterable, Sendable {
    case empty = "nothing was asked: the connection ended before a request"
    case tls = "the beginning of a TLS handshake, sent to a port without TLS"
    case remoteDesktop = "the greeting of a remote desktop client"
    case ssh = "the greeting of an SSH client"
    case proxyHeader = "a PROXY protocol header that the server does not expect"
    case binary = "bytes that are no text"
    case oneWord = "one word alone"
    case badMethod = "what should be a method is none"
    case otherProtocol = "another protocol than HTTP"
    case spaces = "spaces in the target"
    case other = "not METHOD target HTTP/d.d"

    /// - Parameter bytes: What stands in the request's place, its escapes undone.
    public init(_ bytes: ByteView) {
        self = RequestDefect.find(in: bytes.bytes)
    }

    private static func find(in bytes: [UInt8]) -> RequestDefect {
        if bytes.isEmpty || bytes == [minus] { return .empty }
        if bytes.starts(with: [0x16, 0x03]) { return .tls }
        if bytes.starts(with: [0x03, 0x00]) { return .remoteDesktop }
        if bytes.starts(with: "SSH-".utf8) { return .ssh }
        if bytes.starts(with: "PROXY ".utf8) || bytes.starts(with: "\r\n\r\n\0\r\nQUIT\n".utf8) { return .proxyHeader }
        if bytes.contains(where: { $0 < space || $0 == 0x7F }) { return .binary }
        let words = bytes.split(separator: space, omittingEmptySubsequences: false)
        guard words.count > 1 else { return .oneWord }
        guard Array(words[0]).withByteView({ RequestLine.isMethod($0) }) else {
            return words[0].contains { $0 >= 0x80 } ? .binary : .badMethod
        }
        let endsInHTTP = words[words.count - 1].starts(with: "HTTP/".utf8)
        if words.count == 3, !endsInHTTP { return .otherProtocol }
        return words.count > 2 ? .spaces : .other
    }
}

extension RequestDefect: CustomStringConvertible {
    /// A few words, without a full stop.
    public var description: String { rawValue }
}
