import LogReading
import ViewCounting

extension LineReason {
    /// A few words, ready to be shown; nothing of a client, and no query.
    var text: String {
        switch self {
        case .tooLong: "more than \(Figures.grouped(LineBlockReader.maximumLineBytes)) bytes"
        case .empty: "an empty line"
        case .directive: "a line by which the server tells about the log"
        case .misfit(let misfit): misfit.description
        case .ahead: "its time is more than ten minutes ahead of the clock"
        case .badRequest(let defect): defect.description
        case .method(let method): ShownText.of(method)
        case .status(let status): "status \(status)"
        case .noPath: "a target without a path"
        case .siteFile(let path): "a page of the site itself: \(ShownText.of(path))"
        case .asset(let ending): "a file ending in .\(ShownText.of(ending))"
        case .shape(let shape): "no pattern fits \(shape)"
        case .excludedArticle(let key): "exclude.articles has \(MaskedLine.of(key))"
        case .excludedPath(let pattern): "exclude.paths has \(ShownText.of(pattern))"
        case .excludedAgent(let agent): "exclude.agents has \(ShownText.of(agent))"
        case .excludedClient(let place): "exclude.clients has its network, as entry \(place)"
        case .foreignHost(let host) where host.bytes.isEmpty: "no host, and so none of hosts"
        case .foreignHost(let host): "\(MaskedLine.of(host)) is none of hosts"
        case .prefetch: "a header says that the browser fetched it ahead"
        case .robot(let reason): ShownText.of(reason.description)
        }
    }
}

extension SampledLine {
    /// The line as it is shown; of a request its fields in one order, whatever the format.
    ///
    /// `203.0.113.0/24 2026-03-02 06:25:24 "GET /politics/a?..." 200 "Mozilla/5.0"`, the host in front where there is one.
    func text(_ calendar: SiteCalendar) -> String {
        switch self {
        case .raw(let bytes, let isCut): return MaskedLine.of(ByteString(bytes), isCut: isCut)
        case .request(let request):
            let time = calendar.localTime(at: Int64(request.second))
            let client = request.client.bytes.isEmpty ? "-" : MaskedAddress.of(request.client)
            let host = request.host.map { MaskedLine.of($0) + " " } ?? ""
            let agent = request.agent.map { " \"\(MaskedLine.of($0))\"" } ?? ""
            return "\(host)\(client) \(time.day) \(time.clock) \"\(MaskedLine.ofField(request.request))\" "
                + "\(SampledLine.padded(request.status))\(agent)"
        }
    }

    /// Three digits, as they were logged.
    private static func padded(_ status: UInt16) -> String {
        let digits = String(status)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
