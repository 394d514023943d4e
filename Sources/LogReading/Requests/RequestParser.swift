/// Reads lines of the common and combined log formats into their fields.
///
/// `client ... [time] "request" status bytes`, and ` "referrer" "agent"` behind it where the line is combined; a
/// leading `vhost ` where the format has one. What follows is ignored. `docs/counting.md` has the grammar.
///
/// Each line is read left to right, once: quotes are found by memchr, the rest is compared at known places. Anything
/// unusual (escapes in the request, another method, another protocol) takes `RequestLine`'s slow path.
public struct RequestParser: LineParsing {
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
        parse(line, 0..<line.count)
    }

    /// The same of a line that stands within a block: words may be loaded past the line's end, which saves looking for it
    /// at every step.
    @inline(__always)
    public mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest? {
        var clientStart = line.lowerBound
        let end = line.upperBound
        if hasVirtualHost {
            clientStart = RequestParser.endOfWord(block, from: clientStart, to: end) + 1
            guard clientStart > line.lowerBound + 1, clientStart < end else { return nil }
        }
        let clientEnd = RequestParser.endOfWord(block, from: clientStart, to: end)
        guard clientEnd > clientStart, clientEnd < end,
            let time = RequestParser.timeStart(block, from: clientEnd, to: end)
        else { return nil }

        // `17/May/2015:10:05:03 +0000] "`
        let timeEnd = time + TimestampReader.length
        let requestStart = timeEnd + 3
        guard requestStart <= end, block.partialWord(at: timeEnd) & 0xFF_FFFF == RequestParser.timeToRequest,
            let second = timestamps.instant(block, at: time)
        else { return nil }

        // `GET / HTTP/1.1"`
        let request: LoggedRequest.Request
        let requestEnd: Int
        if let plain = RequestLine.plainGet(block, requestStart..<end) {
            (request, requestEnd) = plain
        } else {
            guard let closing = QuotedField.closingQuote(block, requestStart..<end) else { return nil }
            (request, requestEnd) = (requestLine.split(block[requestStart..<closing]), closing)
        }

        // ` 200 512`
        let statusWord = block.partialWord(at: requestEnd + 1)
        guard requestEnd + 6 < end, statusWord & RequestParser.aroundStatus == RequestParser.spacesAroundStatus,
            nonDigits(of: statusWord) & 0xFFFF_FF00 == 0
        else { return nil }
        let status = 100 &* digit(statusWord, at: 1) &+ 10 &* digit(statusWord, at: 2) &+ digit(statusWord, at: 3)
        let bytesEnd = RequestParser.bytesEnd(block, from: requestEnd + 6, to: end)
        guard bytesEnd > requestEnd + 6, bytesEnd == end || block[bytesEnd] == space else { return nil }

        var agent: ByteView?
        if bytesEnd + 1 < end, block[bytesEnd + 1] == QuotedField.quote {
            // ` "https://www.example.com/" "Mozilla/5.0"`
            guard let referrerEnd = QuotedField.closingQuote(block, bytesEnd + 2..<end),
                referrerEnd + 2 < end,
                block.partialWord(at: referrerEnd + 1) & 0xFFFF == RequestParser.spaceAndQuote,
                let agentEnd = QuotedField.closingQuote(block, referrerEnd + 3..<end),
                agentEnd + 1 == end || block[agentEnd + 1] == space
            else { return nil }
            agent = block[(referrerEnd + 3)..<agentEnd]
        }
        return LoggedRequest(
            client: block[clientStart..<clientEnd], agent: agent,
            host: hasVirtualHost ? block[line.lowerBound..<(clientStart - 1)] : nil, request: request,
            status: UInt16(truncatingIfNeeded: status), second: second)
    }

    /// The combined format has them.
    @inline(__always)
    public var hasUsualLines: Bool { !hasVirtualHost }

    /// None: every line of these formats is a request.
    @inline(__always)
    public func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool { false }

    static let timeToRequest: UInt64 = 0x22_205D  // `] "`
    private static let spaceAndQuote: UInt64 = 0x2220  // ` "`
    /// ` 200 `, the digits left out.
    static let aroundStatus: UInt64 = 0xFF_0000_00FF
    static let spacesAroundStatus: UInt64 = 0x20_0000_0020

    /// The place of the first space, or the end; for words of a few bytes quicker than memchr.
    @inline(__always)
    private static func endOfWord(_ block: ByteView, from start: Int, to end: Int) -> Int {
        var index = start
        while index < end {
            let found = bytes(of: block.partialWord(at: index), equalTo: space)
            if found != 0 { return min(end, index + found.trailingZeroBitCount / 8) }
            index += 8
        }
        return end
    }

    /// The place behind the first ` [` at or after the client's end; user names between may hold spaces.
    @inline(__always)
    private static func timeStart(_ block: ByteView, from clientEnd: Int, to end: Int) -> Int? {
        if block.partialWord(at: clientEnd) & sixBytes == noUser { return clientEnd + 6 }
        return timeStartBehindNames(block, from: clientEnd, to: end)
    }

    @inline(never)
    private static func timeStartBehindNames(_ block: ByteView, from clientEnd: Int, to end: Int) -> Int? {
        var index = clientEnd
        while let bracket = block.firstIndex(of: UInt8(ascii: "["), index..<end) {
            if bracket > clientEnd, block[bracket - 1] == space { return bracket + 1 }
            index = bracket + 1
        }
        return nil
    }

    /// ` - - [`, what nearly every line has between client and time.
    static let noUser: UInt64 = 0x5B20_2D20_2D20
    static let sixBytes: UInt64 = 0xFFFF_FFFF_FFFF

    /// The end of the bytes field (digits, or `-`); its start where it is neither.
    @inline(__always)
    private static func bytesEnd(_ block: ByteView, from start: Int, to end: Int) -> Int {
        if block[start] == minus { return start + 1 }
        var index = start
        while index < end {
            let others = nonDigits(of: block.partialWord(at: index))
            if others != 0 { return min(end, index + others.trailingZeroBitCount / 8) }
            index += 8
        }
        return end
    }
}
