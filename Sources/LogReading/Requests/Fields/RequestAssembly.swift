/// Puts the values of a line together to what counting needs of it.
///
/// For formats whose fields come one by one. For each line: `beginLine`, `note` for each value (escapes undone), `request`. A line
/// needs a client or a session, a time, a status of three digits, and what was asked: the request, or a method with a target or path.
/// Of several ways to say what was asked, the one nearest to the request as it came is taken: `request`, `target`, `path`,
/// `decodedTarget`, `decodedPath`.
public struct RequestAssembly {
    private let bytes = BlockBytes()
    private var times: TimeReader
    private let session: [UInt8]?
    private var fields = Fields()

    private struct Fields {
        var client: ByteView?
        var proxiedClient: ByteView?
        var forwarded: ByteView?
        var request: LoggedRequest.Request?
        var method: ByteView?
        var target: ByteView?
        var path: ByteView?
        var decodedPath: ByteView?
        var decodedTarget: ByteView?
        var query: ByteView?
        var status: Int?
        var agent: ByteView?
        var isAgentQuoted = false
        var host: ByteView?
        var session: ByteView?
        var isPrefetch = false
        var time = TimeParts()
        var isMalformed = false

        /// One by one: a new value would be made elsewhere and copied here, for every line.
        @inline(__always)
        mutating func forget() {
            client = nil
            proxiedClient = nil
            forwarded = nil
            request = nil
            method = nil
            target = nil
            path = nil
            decodedPath = nil
            decodedTarget = nil
            query = nil
            status = nil
            agent = nil
            isAgentQuoted = false
            host = nil
            session = nil
            isPrefetch = false
            time = TimeParts()
            isMalformed = false
        }
    }

    /// - Parameters:
    ///   - clock: Reads times that are logged without their zone.
    ///   - session: The name of the cookie that visitors are told by; nil for none.
    public init(clock: LocalClock = .utc, session: [UInt8]? = nil) {
        times = TimeReader(clock: clock)
        self.session = session
    }

    /// Ends the life of the views that were given before.
    public mutating func beginBlock() { bytes.forget() }

    /// Forgets the values of the line before.
    @inline(__always)
    public mutating func beginLine() { fields.forget() }

    /// A copy of bytes that are not in the block, valid until the block ends. No more than a line's bytes.
    public func hold(_ content: [UInt8]) -> ByteView { bytes.hold(content) }

    /// Bytes that `write` puts in place (`BlockBytes`), valid until the block ends.
    @inline(__always)
    func hold(atMost most: Int, write: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> ByteView {
        bytes.hold(atMost: most, write: write)
    }

    /// Takes a value, its escapes undone. Of two values for one field the later counts.
    ///
    /// - Parameter value: Valid until the block ends.
    @inline(__always)
    public mutating func note(_ value: ByteView, as field: LogField) {
        switch field {
        case .client: fields.client = value
        case .proxiedClient: fields.proxiedClient = value
        case .forwarded: fields.forwarded = value
        case .request: fields.request = RequestLine.parts(value)
        case .method: fields.method = value
        case .target: fields.target = value
        case .path: fields.path = value
        case .decodedPath: fields.decodedPath = value
        case .decodedTarget: fields.decodedTarget = value
        case .query: fields.query = value
        case .status: noteStatus(value)
        case .agent: noteAgent(value, isQuoted: false)
        case .host: fields.host = value
        case .session: fields.session = value
        case .cookies: noteCookies(value)
        case .purpose: fields.isPrefetch = fields.isPrefetch || value.namesPrefetching
        case .time(let form): noteTime(value, form)
        }
    }

    /// A request that has been judged already.
    @inline(__always)
    mutating func note(_ request: LoggedRequest.Request) { fields.request = request }

    /// - Parameter isQuoted: Whether escapes (`QuotedField`) are still to be undone.
    @inline(__always)
    mutating func noteAgent(_ agent: ByteView, isQuoted: Bool) {
        fields.agent = agent
        fields.isAgentQuoted = isQuoted
    }

    /// A line of no request has no status either.
    mutating func noteMissingStatus() { fields.status = 0 }

    /// A request that asks for something else than its method says.
    mutating func noteOther(method: ByteView, target: ByteView) {
        fields.request = .otherMethod(joined(method, target, by: space), methodBytes: method.count)
    }

    /// A cookie that has a field of its own is not looked for.
    private mutating func noteCookies(_ header: ByteView) {
        guard let session, fields.session == nil else { return }
        fields.session = header.cookie(named: session)
    }

    private mutating func noteStatus(_ value: ByteView) {
        fields.status = value.count == 3 ? decimal(value, at: 0, digits: 3) : nil
        if fields.status == nil { fields.isMalformed = true }
    }

    private mutating func noteTime(_ value: ByteView, _ form: TimeForm) {
        if readTime(form, value, 0..<value.count) != value.count { fields.isMalformed = true }
    }

    /// Takes a time, or a part of it, that is written where the range begins.
    ///
    /// - Returns: The place behind it; nil where there is none.
    @inline(__always)
    mutating func readTime(_ form: TimeForm, _ block: ByteView, _ range: Range<Int>) -> Int? {
        times.read(form, block, range, into: &fields.time)
    }

    /// The place behind a time of which nothing is taken.
    mutating func skipTime(_ form: TimeForm, _ block: ByteView, _ range: Range<Int>) -> Int? {
        var nothing = TimeParts()
        return times.read(form, block, range, into: &nothing)
    }

    /// Seconds from midnight, where a value has said so.
    var timeOfDay: Int64? { fields.time.timeOfDay }

    /// Takes what the log says of its times and the line does not.
    mutating func noteClock(midnight: Int64?, offset: Int64) {
        if let midnight { fields.time.midnight = midnight }
        fields.time.offset = offset
    }

    mutating func forgetTime() { fields.time = TimeParts() }

    /// What the values noted since `beginLine` say together; nil where they are no request.
    public mutating func request() -> LoggedRequest? {
        guard !fields.isMalformed, let status = fields.status, let request = fields.request ?? separateRequest(),
            let client = client(), let second = times.instant(of: fields.time)
        else { return nil }
        let hasFurther = fields.session != nil || fields.forwarded != nil || fields.isPrefetch
        return LoggedRequest(
            client: client, agent: fields.agent, host: fields.host,
            further: hasFurther
                ? LoggedRequest.Further(
                    session: fields.session, forwarded: fields.forwarded, isPrefetch: fields.isPrefetch) : nil,
            request: request, isAgentQuoted: fields.isAgentQuoted, status: UInt16(truncatingIfNeeded: status),
            second: second)
    }

    /// Who asked: of a format that has X-Forwarded-For alone, that as it was logged.
    private func client() -> ByteView? {
        if let proxied = fields.proxiedClient, !proxied.isMissing { return proxied }
        if let client = fields.client ?? fields.proxiedClient ?? fields.forwarded {
            return client.count > 0 ? client : nil
        }
        // Visitors are told by their sessions then.
        return fields.session.map { $0[0..<0] }
    }
}

// What was asked, where it is in several fields.
extension RequestAssembly {
    /// Nil where the line has no such fields.
    private func separateRequest() -> LoggedRequest.Request? {
        guard let method = fields.method else { return nil }
        if let target = fields.target { return separateRequest(method, target) }
        if let path = fields.path { return separateRequest(method, path.isMissing ? path : withQuery(path)) }
        if let target = fields.decodedTarget {
            let pathEnd = target.firstIndex(of: questionMark) ?? target.count
            guard pathEnd > 0, pathEnd < target.count else { return separateRequest(method, escaped(target)) }
            return separateRequest(
                method, joined(escaped(target[0..<pathEnd]), target[(pathEnd + 1)..<target.count], by: questionMark))
        }
        if let path = fields.decodedPath {
            return separateRequest(method, path.isMissing ? path : withQuery(escaped(path)))
        }
        return nil
    }

    private func separateRequest(_ method: ByteView, _ target: ByteView) -> LoggedRequest.Request {
        guard !method.isMissing, RequestLine.isMethod(method) else { return .bad(method) }
        guard !target.isMissing, target.firstIndex(of: space) == nil else { return .bad(target) }
        if RequestLine.isGet(method) { return RequestLine.get(target) }
        return .otherMethod(joined(method, target, by: space), methodBytes: method.count)
    }

    private func withQuery(_ path: ByteView) -> ByteView {
        guard let query = fields.query, !query.isMissing else { return path }
        return joined(path, query[0] == questionMark ? query[1..<query.count] : query, by: questionMark)
    }

    private func joined(_ first: ByteView, _ second: ByteView, by joint: UInt8) -> ByteView {
        bytes.hold(atMost: first.count + 1 + second.count) { place in
            for index in 0..<first.count { place[index] = first[index] }
            place[first.count] = joint
            for index in 0..<second.count { place[first.count + 1 + index] = second[index] }
            return first.count + 1 + second.count
        }
    }

    /// A path whose escapes the server has undone, with those put back without which it would mean another.
    ///
    /// `%`, `?` and `#` were escapes, or they would not be in a path; and so were spaces and control bytes.
    private func escaped(_ path: ByteView) -> ByteView {
        guard (0..<path.count).contains(where: { path[$0].isEscapedInPaths }) else { return path }
        return bytes.hold(atMost: 3 * path.count) { place in
            var end = 0
            for index in 0..<path.count {
                let byte = path[index]
                if byte.isEscapedInPaths {
                    place[end] = UInt8(ascii: "%")
                    place[end + 1] = hexDigit(byte >> 4)
                    place[end + 2] = hexDigit(byte & 0xF)
                    end += 3
                } else {
                    place[end] = byte
                    end += 1
                }
            }
            return end
        }
    }
}

private let questionMark = UInt8(ascii: "?")

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

extension UInt8 {
    fileprivate var isEscapedInPaths: Bool {
        self <= space || self == 0x7F || self == UInt8(ascii: "%") || self == questionMark || self == UInt8(ascii: "#")
    }
}

extension ByteView {
    /// Whether `prefetch` or `prerender` is in it, in any case.
    fileprivate var namesPrefetching: Bool {
        holds(prefetch) || holds(prerender)
    }

    private func holds(_ word: [UInt8]) -> Bool {
        guard count >= word.count else { return false }
        return (0...(count - word.count)).contains { start in
            word.indices.allSatisfy { self[start + $0] | 0x20 == word[$0] }
        }
    }
}

private let prefetch = Array("prefetch".utf8)
private let prerender = Array("prerender".utf8)
