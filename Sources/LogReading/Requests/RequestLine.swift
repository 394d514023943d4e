/// Splits the request field into method and target.
///
/// `METHOD SP target` or `METHOD SP target SP HTTP/d[.d]`: two or three non-empty parts between single spaces, METHOD
/// of A-Z a-z _ -, d a digit (RFC 9112, section 3, and what servers log of older requests).
struct RequestLine {
    /// Holds the bytes of requests with escapes, which their targets point into.
    private let unescaped = BlockBytes()

    /// Forgets the bytes that views were given of.
    func forget() { unescaped.forget() }

    /// Splits a request field.
    ///
    /// - Returns: The target's view is valid until `forget`.
    func split(_ field: ByteView) -> LoggedRequest.Request {
        if field.firstIndex(of: QuotedField.backslash) == nil { return RequestLine.parts(field) }
        return RequestLine.parts(unescaped.hold(QuotedField.unescaped(field)))
    }

    /// The request `GET target HTTP/d.d` where the range begins, with the place of its closing quote, where nothing in it
    /// needs a second look: nearly always. Nil for everything else.
    ///
    /// One scan, eight bytes at a time, finds the end of the target, that nothing in it is escaped, and its query. The
    /// line's end stops it too.
    @inline(__always)
    static func plainGet(_ block: ByteView, _ range: Range<Int>) -> (request: LoggedRequest.Request, end: Int)? {
        let start = range.lowerBound
        let targetStart = start + 4
        guard block.partialWord(at: start) & 0xFFFF_FFFF == getAndSpace else { return nil }
        var index = targetStart
        var queryStart = -1
        var stops: UInt64 = 0
        while true {
            let word = block.partialWord(at: index)
            stops = bytes(of: word, below: UInt8(ascii: "#")) | bytes(of: word, equalTo: QuotedField.backslash)
            let marks = bytes(of: word, equalTo: UInt8(ascii: "?"))
            if stops | marks != 0 {
                // A mark behind the end of the target is none of it.
                if queryStart < 0, marks != 0, stops == 0 || marks.trailingZeroBitCount < stops.trailingZeroBitCount {
                    queryStart = index + marks.trailingZeroBitCount / 8
                }
                if stops != 0 { break }
            }
            index += 8
        }
        let end = index + stops.trailingZeroBitCount / 8
        guard end > targetStart, end + protocolBytes < range.upperBound,
            block.word(at: end) & allButSixth == httpVersion,
            block[end + 6].isDigit, block[end + 8].isDigit,
            block[end + protocolBytes] == QuotedField.quote
        else { return nil }
        let target = block[targetStart..<end]
        return (
            .get(target: target, bytesBeforeQuery: (queryStart < 0 ? end : queryStart) - targetStart),
            end + protocolBytes
        )
    }

    /// ` HTTP/1.1`
    private static let protocolBytes = 9
    /// `GET `
    static let getAndSpace: UInt64 = 0x2054_4547
    /// ` HTTP/` `d` `.`, the digit left out.
    static let httpVersion: UInt64 = 0x2E00_2F50_5454_4820
    static let allButSixth: UInt64 = 0xFF00_FFFF_FFFF_FFFF

    /// The general case, on bytes whose escapes are undone.
    static func parts(_ request: ByteView) -> LoggedRequest.Request {
        guard let methodEnd = request.firstIndex(of: space), isMethod(request[0..<methodEnd]) else {
            return .bad(request)
        }
        let targetStart = methodEnd + 1
        var targetEnd = request.count
        if let end = request.firstIndex(of: space, from: targetStart) {
            guard isProtocol(request[(end + 1)..<request.count]) else { return .bad(request) }
            targetEnd = end
        }
        guard targetEnd > targetStart else { return .bad(request) }
        return isGet(request[0..<methodEnd])
            ? get(request[targetStart..<targetEnd])
            : .otherMethod(request[0..<targetEnd], methodBytes: methodEnd)
    }

    static func isGet(_ method: ByteView) -> Bool {
        method.count == 3 && method.partialWord(at: 0) == getAndSpace & 0xFF_FFFF
    }

    static func get(_ target: ByteView) -> LoggedRequest.Request {
        .get(target: target, bytesBeforeQuery: target.firstIndex(of: UInt8(ascii: "?")) ?? target.count)
    }

    static func isMethod(_ text: ByteView) -> Bool {
        for index in 0..<text.count where !isMethodByte(text[index]) { return false }
        return text.count > 0
    }

    static func isMethodByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), minus:
            true
        default: false
        }
    }

    /// `HTTP/d` or `HTTP/d.d`
    private static func isProtocol(_ text: ByteView) -> Bool {
        let bytes = text.bytes
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return false }
        let version = bytes.dropFirst(5)
        let isDigit = version.map(\.isDigit)
        return isDigit == [true] || isDigit == [true, false, true] && version.dropFirst().first == UInt8(ascii: ".")
    }
}
