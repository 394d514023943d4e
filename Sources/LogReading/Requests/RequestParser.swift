/// Reads lines of the common and combined log formats into their fields.
///
/// `client ... [time] "request" status bytes`, and ` "referrer" "agent"` behind it where the line is combined; a
/// leading `vhost ` where the format has one. What follows is ignored. `docs/counting.md` has the grammar.
///
/// Each line is read left to right, once: quotes are found by memchr, the rest is compared at known places. Anything
/// unusual (escapes in the request, another method, another protocol) takes `RequestLine`'s slow path.
public struct RequestParser {
    private let hasVirtualHost: Bool
    private var timestamps = TimestampReader()
    private var requestLine = RequestLine()

    public init(_ format: LogFormat) {
        hasVirtualHost = format.hasVirtualHost
    }

    /// Ends the life of the views that were given before.
    ///
    /// Call it before each block of lines, of at most `LineBlockReader.maximumBlockBytes` bytes together.
    public mutating func beginBlock() {
        requestLine.forget()
    }

    /// The line's fields, or nil where it does not fit the format: it is malformed.
    ///
    /// - Parameter line: One line, without its end and the white space before it.
    public mutating func parse(_ line: ByteView) -> LoggedRequest? {
        var clientStart = 0
        if hasVirtualHost {
            guard let end = line.firstIndex(of: space), end > 0 else { return nil }
            clientStart = end + 1
        }
        let clientEnd = RequestParser.endOfWord(line, from: clientStart)
        guard clientEnd > clientStart, clientEnd < line.count, let time = timeStart(line, from: clientEnd)
        else { return nil }

        // `17/May/2015:10:05:03 +0000] "`
        let timeEnd = time + TimestampReader.length
        guard timeEnd + 3 <= line.count,
            line[timeEnd] == UInt8(ascii: "]"), line[timeEnd + 1] == space, line[timeEnd + 2] == QuotedField.quote,
            let second = timestamps.instant(line, at: time)
        else { return nil }

        // `GET / HTTP/1.1" 200 512`
        let requestStart = timeEnd + 3
        let request: LoggedRequest.Request
        let requestEnd: Int
        if let plain = RequestLine.plainGet(line, at: requestStart) {
            (request, requestEnd) = plain
        } else {
            guard let end = QuotedField.closingQuote(line, from: requestStart) else { return nil }
            (request, requestEnd) = (requestLine.split(line[requestStart..<end]), end)
        }
        guard requestEnd + 6 < line.count, line[requestEnd + 1] == space, line[requestEnd + 5] == space,
            let status = decimal(line, at: requestEnd + 2, digits: 3),
            let bytesEnd = bytesEnd(line, from: requestEnd + 6)
        else { return nil }

        var agent: ByteView?
        if bytesEnd + 1 < line.count, line[bytesEnd + 1] == QuotedField.quote {
            // ` "https://www.example.com/" "Mozilla/5.0"`
            guard let referrerEnd = QuotedField.closingQuote(line, from: bytesEnd + 2),
                referrerEnd + 2 < line.count,
                line[referrerEnd + 1] == space, line[referrerEnd + 2] == QuotedField.quote,
                let agentEnd = QuotedField.closingQuote(line, from: referrerEnd + 3),
                agentEnd + 1 == line.count || line[agentEnd + 1] == space
            else { return nil }
            agent = line[(referrerEnd + 3)..<agentEnd]
        }
        return LoggedRequest(
            client: line[clientStart..<clientEnd], second: second,
            request: request, status: status, rawAgent: agent)
    }

    /// The place of the first space, or the end; for words of a few bytes quicker than memchr.
    @inline(__always)
    private static func endOfWord(_ line: ByteView, from start: Int) -> Int {
        var index = start
        while index < line.count {
            let found = bytes(of: line.partialWord(at: index), equalTo: space)
            if found != 0 { return min(line.count, index + found.trailingZeroBitCount / 8) }
            index += 8
        }
        return line.count
    }

    /// The place behind the first ` [` at or after the client's end; user names between may hold spaces.
    private func timeStart(_ line: ByteView, from clientEnd: Int) -> Int? {
        if clientEnd + 8 <= line.count, line.word(at: clientEnd) & RequestParser.sixBytes == RequestParser.noUser {
            return clientEnd + 6
        }
        var index = clientEnd
        while let bracket = line.firstIndex(of: UInt8(ascii: "["), from: index) {
            if bracket > clientEnd, line[bracket - 1] == space { return bracket + 1 }
            index = bracket + 1
        }
        return nil
    }

    /// ` - - [`, what nearly every line has between client and time.
    private static let noUser: UInt64 = 0x5B20_2D20_2D20
    private static let sixBytes: UInt64 = 0xFFFF_FFFF_FFFF

    /// The end of the bytes field (digits, or `-`), behind which a space or the end has to be.
    private func bytesEnd(_ line: ByteView, from start: Int) -> Int? {
        var end = start
        if line[start] == minus {
            end = start + 1
        } else {
            while end < line.count, line[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        }
        return end > start && (end == line.count || line[end] == space) ? end : nil
    }
}
