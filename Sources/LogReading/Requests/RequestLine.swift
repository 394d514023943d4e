/// Splits the request field into method and target.
///
/// `METHOD SP target` or `METHOD SP target SP HTTP/d[.d]`: two or three non-empty parts between single spaces, METHOD
/// of A-Z a-z _ -, d a digit (RFC 9112, section 3, and what servers log of older requests).
struct RequestLine {
    /// Holds the bytes of requests with escapes, which their targets point into.
    private let unescaped = UnescapedBytes()

    /// Forgets the bytes that views were given of.
    func forget() { unescaped.forget() }

    /// - Returns: The target's view is valid until `forget`.
    func split(_ field: ByteView) -> LoggedRequest.Request {
        if let target = plainTarget(field) { return .get(target: target) }
        if field.firstIndex(of: QuotedField.backslash) == nil { return RequestLine.parts(field) }
        return RequestLine.parts(unescaped.hold(QuotedField.unescaped(field)))
    }

    /// The target of `GET target HTTP/d.d` where nothing in it needs a second look, which is nearly always.
    private func plainTarget(_ field: ByteView) -> ByteView? {
        let end = field.count - RequestLine.protocolBytes
        guard end > 4, field.word(at: 0) & 0xFFFF_FFFF == RequestLine.getAndSpace,
            field.word(at: end) & RequestLine.allButSixth == RequestLine.httpVersion,
            field[end + 6] &- UInt8(ascii: "0") < 10, field[end + 8] &- UInt8(ascii: "0") < 10
        else { return nil }
        let target = field[4..<end]
        return RequestLine.hasSpaceOrBackslash(target) ? nil : target
    }

    /// ` HTTP/1.1`
    private static let protocolBytes = 9
    /// `GET `
    private static let getAndSpace: UInt64 = 0x2054_4547
    /// ` HTTP/` `d` `.`, the digit left out.
    private static let httpVersion: UInt64 = 0x2E00_2F50_5454_4820
    private static let allButSixth: UInt64 = 0xFF00_FFFF_FFFF_FFFF

    /// Eight bytes at a time: a byte of `word ^ pattern` is zero where it is the byte looked for.
    private static func hasSpaceOrBackslash(_ view: ByteView) -> Bool {
        var found: UInt64 = 0
        var index = 0
        while index < view.count {
            let word = view.partialWord(at: index)
            let spaces = word ^ spacePattern
            let backslashes = word ^ backslashPattern
            found |= (spaces &- lowBits) & ~spaces | (backslashes &- lowBits) & ~backslashes
            index += 8
        }
        return found & highBits != 0
    }

    private static let lowBits: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080
    private static let spacePattern = lowBits * UInt64(space)
    private static let backslashPattern = lowBits * UInt64(QuotedField.backslash)

    /// The general case, on bytes whose escapes are undone.
    private static func parts(_ request: ByteView) -> LoggedRequest.Request {
        guard let methodEnd = request.firstIndex(of: space), methodEnd > 0 else { return .bad }
        for index in 0..<methodEnd where !isMethodByte(request[index]) { return .bad }
        let targetStart = methodEnd + 1
        var targetEnd = request.count
        if let end = request.firstIndex(of: space, from: targetStart) {
            guard isProtocol(request[(end + 1)..<request.count]) else { return .bad }
            targetEnd = end
        }
        guard targetEnd > targetStart else { return .bad }
        let isGet = methodEnd == 3 && request[0..<3].bytes == Array("GET".utf8)
        return isGet ? .get(target: request[targetStart..<targetEnd]) : .otherMethod
    }

    private static func isMethodByte(_ byte: UInt8) -> Bool {
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
        let isDigit = version.map { $0 &- UInt8(ascii: "0") < 10 }
        return isDigit == [true] || isDigit == [true, false, true] && version.dropFirst().first == UInt8(ascii: ".")
    }
}

/// A place for bytes that outlives the call that made them: no more than a block of lines holds.
private final class UnescapedBytes {
    private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: LineBlockReader.maximumBlockBytes)
    private var used = 0

    deinit {
        bytes.deallocate()
    }

    func forget() { used = 0 }

    func hold(_ content: [UInt8]) -> ByteView {
        precondition(
            used + content.count <= LineBlockReader.maximumBlockBytes,
            "the requests of a block hold no more than the block; was beginBlock called?")
        let start = bytes + used
        for (index, byte) in content.enumerated() { start[index] = byte }
        used += content.count
        return ByteView(base: start, count: content.count)
    }
}
