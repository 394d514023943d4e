/// Writes planned requests as lines of a log in the combined format.
///
/// - Complexity: O(1) per line, some hundred nanoseconds; no allocation once the buffer has grown.
struct LineRenderer {
    private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
    private static let oversizeBytes = 66_000
    private static let carriageReturnPerMille = 2
    private static let smallestBodyBytes = 800
    private static let bodyBytes: UInt64 = 90_000
    private static let errorBytes = 150...549

    let site: SiteModel
    /// Draws that belong to the line at hand, from its `detail`.
    var random = SeededRandom(seed: 0)
    private var shownDay: (day: CivilDay?, text: [UInt8]) = (nil, [])

    init(_ site: SiteModel) {
        self.site = site
    }

    /// Appends the line and its end.
    mutating func append(_ request: PlannedRequest, to buffer: inout [UInt8]) {
        random = SeededRandom(seed: UInt64(request.detail), stream: UInt64(request.second))
        switch request.defect {
        case .blank: appendBlank(to: &buffer)
        case .junk: appendJunk(to: &buffer)
        default:
            appendFields(of: request, to: &buffer)
            if random.chance(perMille: Self.carriageReturnPerMille) { buffer.append("\r") }
        }
        buffer.append("\n")
    }

    /// Half of the servers write as nginx does, the others as Apache does.
    func escapesAsHexadecimal(_ request: PlannedRequest) -> Bool {
        (UInt64(request.server) ^ site.options.seed) & 1 == 0
    }

    private mutating func appendFields(of request: PlannedRequest, to buffer: inout [UInt8]) {
        let lineStart = buffer.count
        appendClient(of: request, to: &buffer)
        if request.defect == .badTime {
            appendBadTime(to: &buffer)
        } else {
            appendTime(Int(request.second), to: &buffer)
        }
        buffer.append("\"")
        switch request.defect {
        case .badRequest: appendBadRequest(to: &buffer)
        default:
            appendMethod(request.method, to: &buffer)
            appendTarget(of: request, to: &buffer)
            if request.defect == .oversize {
                buffer.append(text: "?q=")
                buffer.append(contentsOf: repeatElement(UInt8(ascii: "A"), count: Self.oversizeBytes))
            }
            appendProtocol(of: request, to: &buffer)
        }
        let requestEnd = buffer.count
        buffer.append(text: "\" ")
        if request.defect == .badStatus {
            appendBadStatus(to: &buffer)
        } else {
            buffer.append(decimal: Int(request.status))
        }
        buffer.append(" ")
        appendSize(of: request, to: &buffer)
        buffer.append(text: " \"")
        let referrerStart = buffer.count
        appendReferrer(of: request, to: &buffer)
        buffer.append(text: "\" \"")
        appendAgent(of: request, to: &buffer)
        let agentEnd = buffer.count
        buffer.append("\"")

        switch request.defect {
        // Up to the request's last byte nothing fits, and from the referrer's first byte on the agent is missing; a cut
        // between the two would leave a line of the common format.
        case .cutEarly: buffer.removeSubrange((lineStart + 1 + random.below(requestEnd - lineStart))...)
        case .cutLate: buffer.removeSubrange((referrerStart + random.below(agentEnd - referrerStart + 1))...)
        default: break
        }
    }

    private mutating func appendClient(of request: PlannedRequest, to buffer: inout [UInt8]) {
        switch request.role {
        case .reader: site.audience.appendAddress(ofVisitor: request.client, to: &buffer)
        case .robot: site.audience.appendAddress(ofRobot: request.client, detail: request.detail, to: &buffer)
        case .watcher: buffer.append(text: "192.0.2.77")
        case .inHouse: Audience.appendInHouseAddress(request.client, to: &buffer)
        }
        if request.role == .inHouse { buffer.append(text: " - desk [") } else { buffer.append(text: " - - [") }
    }

    private mutating func appendTime(_ second: Int, to buffer: inout [UInt8]) {
        let time = site.clock.local(at: second)
        if time.day != shownDay.day { shownDay = (time.day, Self.text(of: time.day)) }
        buffer.append(contentsOf: shownDay.text)
        buffer.append(twoDigits: time.hour)
        buffer.append(":")
        buffer.append(twoDigits: time.minute)
        buffer.append(":")
        buffer.append(twoDigits: time.second)
        buffer.append(text: time.offset < 0 ? " -" : " +")
        buffer.append(twoDigits: time.offsetHours)
        buffer.append(twoDigits: time.offsetMinutes)
        buffer.append(text: "] ")
    }

    private mutating func appendAgent(of request: PlannedRequest, to buffer: inout [UInt8]) {
        guard request.role != .watcher else {
            return buffer.append(text: "ExampleUptimeCheck/3.1 (+https://status.example.net)")
        }
        guard request.defect != .badRequest else { return buffer.append("-") }
        let agent =
            request.role == .robot
            ? site.audience.agent(ofRobot: request.client) : site.audience.agent(ofVisitor: request.client)
        buffer.append(contentsOf: escapesAsHexadecimal(request) ? agent.hexadecimal : agent.slashed)
    }

    private mutating func appendSize(of request: PlannedRequest, to buffer: inout [UInt8]) {
        switch request.status {
        case 304, 204: buffer.append(text: escapesAsHexadecimal(request) ? "0" : "-")
        case 200, 206:
            buffer.append(
                decimal: Self.smallestBodyBytes + Int(SeededRandom.mix(UInt64(request.number)) % Self.bodyBytes))
        default: buffer.append(decimal: random.within(Self.errorBytes))
        }
    }

    /// `01/Mar/2026:`
    private static func text(of day: CivilDay) -> [UInt8] {
        let (year, month, day) = day.components
        var text: [UInt8] = []
        text.append(twoDigits: day)
        text.append("/")
        text.append(contentsOf: months[(month - 1) * 3..<month * 3])
        text.append("/")
        text.append(decimal: year)
        text.append(":")
        return text
    }
}
