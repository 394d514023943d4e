extension LineRenderer {
    private static let blanks: [StaticString] = ["", "", "", " ", "\t", "  \t ", "\r", " \r"]
    private static let junkBytes = 6...180
    private static let handshakePerMille = 550
    private static let escapedHandshakePerMille = 800
    private static let handshakeBytes = 24...90

    /// Requests that are none, as they stand between the quotes.
    private static let badRequests: [StaticString] = [
        "", "-", "-", "GET", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", "GET /a b HTTP/1.1", "GET / HTTP/one", "t3 12.2.1",
        "GET / http/1.1", "\\n", "\\x00", "\\x80\\x9E\\x01\\x03\\x01", "*1\\x0D\\x0A", "G\\x22T / HTTP/1.1",
        "GET\\t/ HTTP/1.1",
        "GET / HTTP/11", "{\\\"id\\\": 1}", " /index.html HTTP/1.1",
    ]
    private static let badTimes: [StaticString] = [
        "30/Feb/2026:10:11:12 +0000", "00/Mar/2026:10:11:12 +0000", "01/Mar/2026:24:00:00 +0000",
        "01/Mar/2026:10:60:12 +0000", "01/Mar/2026:10:11:60 +0000", "01/Mrz/2026:10:11:12 +0000",
        "1/Mar/2026:10:11:12 +0000", "01/Mar/2026:10:11:12 +2400", "01/Mar/2026:10:11:12 UTC",
        "2026-03-01T10:11:12+00:00", "01/mar/2026:10:11:12 +0000", "31/Dec/1969:10:11:12 +0000", "",
    ]
    private static let badStatuses: [StaticString] = ["-", "20", "2000", "OK", "2x0", "-200"]

    mutating func appendBlank(to buffer: inout [UInt8]) {
        buffer.append(text: random.pick(Self.blanks))
    }

    /// Bytes of any value but those that could make a line or a time of them: no LF, no `[`, and none blank.
    mutating func appendJunk(to buffer: inout [UInt8]) {
        for _ in 0..<random.within(Self.junkBytes) {
            let byte = UInt8(truncatingIfNeeded: random.next())
            buffer.append(byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "[") ? 0 : byte)
        }
        buffer.append(0xFF)
    }

    mutating func appendBadTime(to buffer: inout [UInt8]) {
        buffer.append(text: random.pick(Self.badTimes))
        buffer.append(text: "] ")
    }

    mutating func appendBadStatus(to buffer: inout [UInt8]) {
        buffer.append(text: random.pick(Self.badStatuses))
    }

    mutating func appendBadRequest(to buffer: inout [UInt8]) {
        guard random.chance(perMille: Self.handshakePerMille) else {
            return buffer.append(text: random.pick(Self.badRequests))
        }
        // A TLS handshake sent to the wrong port: as nginx escapes it, or as it came.
        let isEscaped = random.chance(perMille: Self.escapedHandshakePerMille)
        buffer.append(
            text: isEscaped
                ? "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03" : "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}")
        for _ in 0..<random.within(Self.handshakeBytes) {
            let byte = UInt8(truncatingIfNeeded: random.next())
            if isEscaped { buffer.appendLogEscape(byte) } else { buffer.append(byte | 0x80) }
        }
    }
}
