/// A line of the usual kind, as most are: combined, nothing escaped, with its LF.
///
/// Places within the block that it stands in; 44 bytes, where a `LoggedRequest` has 112.
public struct UsualLine {
    /// Seconds since 1970 UTC.
    public var second: UInt32
    /// 0 ... 999.
    public var status: UInt16
    /// Of a method other than GET; 0 for GET.
    public var methodBytes: Int32
    private var clientStart, clientEnd, targetStart, pathEnd, targetEnd, agentStart, agentEnd: Int32
    /// Of the LF.
    private var lineFeed: Int32

    @inline(__always)
    init(
        second: UInt32, status: Int, client: Range<Int>, methodBytes: Int, target: Range<Int>, pathEnd: Int,
        agent: Range<Int>, lineFeed: Int
    ) {
        func place(_ place: Int) -> Int32 { Int32(truncatingIfNeeded: place) }
        self.second = second
        self.status = UInt16(truncatingIfNeeded: status)
        self.methodBytes = place(methodBytes)
        clientStart = place(client.lowerBound)
        clientEnd = place(client.upperBound)
        targetStart = place(target.lowerBound)
        self.pathEnd = place(pathEnd)
        targetEnd = place(target.upperBound)
        agentStart = place(agent.lowerBound)
        agentEnd = place(agent.upperBound)
        self.lineFeed = place(lineFeed)
    }

    /// Where the next line begins.
    @inline(__always)
    public var end: Int { Int(lineFeed) + 1 }

    @inline(__always)
    public func client(in block: ByteView) -> ByteView { block[Int(clientStart)..<Int(clientEnd)] }

    /// The method, where it is not GET.
    public func method(in block: ByteView) -> ByteView {
        block[(Int(targetStart) - 1 - Int(methodBytes))..<(Int(targetStart) - 1)]
    }

    /// The target, with its query or without.
    @inline(__always)
    public func target(in block: ByteView, withQuery: Bool) -> ByteView {
        block[Int(targetStart)..<Int(withQuery ? targetEnd : pathEnd)]
    }

    /// The agent, in which nothing is escaped.
    @inline(__always)
    public func agent(in block: ByteView) -> ByteView { block[Int(agentStart)..<Int(agentEnd)] }
}

/// Finds the lines of a block that are of the usual kind.
///
/// Its marks show where the parts of such a line are: six quotes, nothing escaped, then an LF. What stands between them is
/// checked at known places. So no look for the end of anything can go wrong in the processor's eyes: 25 ns a line, where finding
/// one end after the other took 48.
public struct UsualLines: ~Copyable {
    private var marks = LineMarks()
    private var timestamps = TimestampReader()

    public init() {}

    /// Takes up a block, from its first line on.
    ///
    /// - Parameter block: At most `LineBlockReader.maximumBlockBytes` bytes.
    public mutating func begin(_ block: ByteView) { marks.find(in: block) }

    /// The line that begins at `start`; nil for every line that is not of the usual kind, and for some near the block's end.
    /// `RequestParser` reads these, and would read the same here.
    ///
    /// - Parameter start: Behind those of all calls before.
    @inline(__always)
    public mutating func line(_ block: ByteView, at start: Int) -> UsualLine? {
        marks.advance(to: start)
        guard marks.has(7) else { return nil }
        let (requestQuote, requestEnd, referrerQuote) = (marks[0], marks[1], marks[2])
        let (referrerEnd, agentQuote, agentEnd, lineFeed) = (marks[3], marks[4], marks[5], marks[6])

        // `1.2.3.4 - - [17/May/2015:10:05:03 +0000] "`
        let clientEnd = requestQuote - UsualLines.bytesToRequest
        guard clientEnd > start, clientEnd - start <= UsualLines.longestClient,
            requestEnd > requestQuote, requestEnd + UsualLines.bytesBehindRequest <= block.count,
            block.word(at: clientEnd) & RequestParser.sixBytes == RequestParser.noUser,
            marks.spaces(at: start) & lowest(clientEnd - start) == 0,
            let second = timestamps.instant(block, at: clientEnd + 6),
            block.word(at: requestQuote - 2) & 0xFF_FFFF == RequestParser.timeToRequest
        else { return nil }

        // `GET /politics/a-vote?from=home HTTP/1.1" 200 `
        var methodBytes = 0
        var targetStart = requestQuote + 5
        if block.word(at: requestQuote + 1) & 0xFFFF_FFFF != RequestLine.getAndSpace {
            methodBytes = marks.spaces(at: requestQuote + 1).trailingZeroBitCount
            targetStart = requestQuote + 2 + methodBytes
            guard targetStart < requestEnd, RequestLine.isMethod(block[(requestQuote + 1)..<(targetStart - 1)]),
                block[targetStart - 1] == space
            else { return nil }
        }
        let targetEnd = requestEnd - 9
        guard targetEnd > targetStart,
            block.word(at: targetEnd) & RequestLine.allButSixth == RequestLine.httpVersion,
            let pathEnd = pathEnd(targetStart..<targetEnd)
        else { return nil }
        let version = block.word(at: requestEnd - 3)
        let status = block.word(at: requestEnd + 1)
        guard version & UsualLines.aroundVersion == UsualLines.dotAndQuote,
            nonDigits(of: version) & 0xFF00FF == 0,
            status & RequestParser.aroundStatus == RequestParser.spacesAroundStatus,
            nonDigits(of: status) & 0xFFFF_FF00 == 0
        else { return nil }

        // `5123 "https://www.example.com/" "Mozilla/5.0"`, and the LF
        let bytesStart = requestEnd + 6
        let digits = referrerQuote - 1 - bytesStart
        guard digits > 0, digits <= 8, block[referrerQuote - 1] == space, block[referrerQuote] == QuotedField.quote,
            nonDigits(of: block.word(at: bytesStart)) & lowest(8 * digits) == 0
                || digits == 1 && block[bytesStart] == minus,
            agentQuote == referrerEnd + 2, lineFeed == agentEnd + 1,
            lineFeed - start <= LineBlockReader.maximumLineBytes,
            block[referrerEnd] == QuotedField.quote, block[referrerEnd + 1] == space,
            block[agentQuote] == QuotedField.quote,
            block[agentEnd] == QuotedField.quote, block[lineFeed] == LogReading.lineFeed
        else { return nil }
        marks.pass(7)
        return UsualLine(
            second: second,
            status: 100 &* digit(status, at: 1) &+ 10 &* digit(status, at: 2) &+ digit(status, at: 3),
            client: start..<clientEnd, methodBytes: methodBytes, target: targetStart..<targetEnd, pathEnd: pathEnd,
            agent: (agentQuote + 1)..<agentEnd, lineFeed: lineFeed)
    }

    /// The place of a target's first `?`, or its end; nil where it holds a space or less.
    @inline(__always)
    private func pathEnd(_ target: Range<Int>) -> Int? {
        var query = target.upperBound
        var start = target.lowerBound
        repeat {
            let wanted = lowest(target.upperBound - start)
            if marks.spaces(at: start) & wanted != 0 { return nil }
            let questions = marks.questions(at: start) & wanted
            if questions != 0 { query = min(query, start + questions.trailingZeroBitCount) }
            start += 64
        } while start < target.upperBound
        return query
    }

    /// Bytes behind a request that are read together with it.
    private static let bytesBehindRequest = 14
    /// An IPv6 address has 39 bytes at most.
    private static let longestClient = 64
    /// ` - - [17/May/2015:10:05:03 +0000] `
    private static let bytesToRequest = 34
    /// `d.d"`, the digits left out.
    private static let dotAndQuote: UInt64 = 0x2200_2E00
    private static let aroundVersion: UInt64 = 0xFF00_FF00
}

/// A word whose `count` lowest bits are set; all where it is 64 or more.
@inline(__always)
private func lowest(_ count: Int) -> UInt64 {
    count >= 64 ? .max : 1 &<< UInt64(truncatingIfNeeded: count) &- 1
}
