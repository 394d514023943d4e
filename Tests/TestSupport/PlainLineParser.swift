/// Section 2 of the counting rules, read aloud: what a line's fields are, with no thought of speed.
///
/// The slow twin of the product's parser. It shares no code with it, and it must never be made clever.
public struct PlainLineParser: Sendable {
    public struct Line: Hashable, Sendable {
        public var client: [UInt8]
        /// Seconds since 1970 UTC.
        public var instant: Int
        public var request: Request
        public var status: Int
        /// Escapes undone; nil in a common line.
        public var agent: [UInt8]?

        public init(client: [UInt8], instant: Int, request: Request, status: Int, agent: [UInt8]?) {
            self.client = client
            self.instant = instant
            self.request = request
            self.status = status
            self.agent = agent
        }
    }

    public enum Request: Hashable, Sendable {
        case get([UInt8])
        case otherMethod
        case bad
    }

    /// Each line begins with `vhost[:port] `.
    public let hasVirtualHost: Bool

    public init(hasVirtualHost: Bool = false) {
        self.hasVirtualHost = hasVirtualHost
    }

    /// Nil for a line that does not fit.
    public func parse(_ line: [UInt8]) -> Line? {
        var place = 0
        if hasVirtualHost {
            guard word(line, &place) != nil else { return nil }
            place += 1
        }
        guard let client = word(line, &place) else { return nil }

        // The time starts behind the first ` [` at or after the client's end.
        while place + 1 < line.count, !(line[place] == 0x20 && line[place + 1] == 0x5B) { place += 1 }
        place += 2
        guard let instant = PlainTime.instant(line, at: place) else { return nil }
        place += 26
        guard take(0x5D, line, &place), take(0x20, line, &place) else { return nil }

        guard let request = quoted(line, &place), take(0x20, line, &place) else { return nil }
        guard let status = PlainTime.number(line, at: place, digits: 3) else { return nil }
        place += 3
        guard take(0x20, line, &place), let bytes = word(line, &place) else { return nil }
        guard bytes == [0x2D] || bytes.allSatisfy({ 0x30 <= $0 && $0 <= 0x39 }) else { return nil }

        var agent: [UInt8]?
        if place + 1 < line.count, line[place + 1] == 0x22 {
            place += 1
            guard quoted(line, &place) != nil, take(0x20, line, &place) else { return nil }
            guard let field = quoted(line, &place) else { return nil }
            agent = field
        }
        return Line(
            client: client, instant: instant, request: PlainRequest.read(request), status: status, agent: agent)
    }

    private func take(_ byte: UInt8, _ line: [UInt8], _ place: inout Int) -> Bool {
        guard place < line.count, line[place] == byte else { return false }
        place += 1
        return true
    }

    /// One or more bytes up to a space or the end; leaves `place` there.
    private func word(_ line: [UInt8], _ place: inout Int) -> [UInt8]? {
        let start = place
        while place < line.count, line[place] != 0x20 { place += 1 }
        return place > start ? Array(line[start..<place]) : nil
    }

    /// A field between quotes, escapes undone, behind which comes a space or the end; leaves `place` there.
    private func quoted(_ line: [UInt8], _ place: inout Int) -> [UInt8]? {
        guard take(0x22, line, &place) else { return nil }
        let start = place
        var hasEscapes = false
        while place < line.count, line[place] != 0x22 {
            if line[place] == 0x5C {
                hasEscapes = true
                place += 1
            }
            place += 1
        }
        guard place < line.count else { return nil }
        let content = Array(line[start..<place])
        place += 1
        guard place == line.count || line[place] == 0x20 else { return nil }
        return hasEscapes ? PlainRequest.withoutEscapes(content) : content
    }
}
