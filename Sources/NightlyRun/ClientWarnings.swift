import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// What shows that clients and hosts are not told as the profile means: a balancer in front, a field that no line has.
struct ClientWarnings {
    /// The clients of the clicks of all logs that were read.
    let clients: ClientSample
    /// Of each log that counts.
    let fields: [(name: String, use: FieldUse)]
    let forwards: Bool

    private static let namedLogs = 3

    init(_ workers: [WorkerCounts], _ sources: [Int: SourceCounts], named names: [String], site: SiteSettings) {
        clients = workers.reduce(into: ClientSample()) { $0 += $1.clients }
        fields = sources.sorted { $0.key < $1.key }.map { (names[$0.key], $0.value.fields) }
        forwards = site.profile.forwarded != nil
    }

    func tell(_ console: Console) {
        for message in messages { console.warning(message) }
    }

    var messages: [String] {
        [
            fieldWarning(of: \.lacksHost, host), fieldWarning(of: \.lacksForwarded, forwarded),
            fieldWarning(of: \.lacksSession, session), balancer,
        ].compactMap(\.self)
    }

    private let host =
        "`hosts` does nothing here, since the lines name no host; log one (vhost_combined has it), or take `hosts` out of "
        + "the profile"
    private let forwarded =
        "`client: forwarded` does nothing here, since the lines have no X-Forwarded-For; the logged clients were taken; log "
        + "the field, or take `client` out of the profile"

    private let session =
        "`session` does nothing here, since no line has that cookie; visitors were told by client and agent; log it, or "
        + "take `session` out of the profile"

    private func fieldWarning(of lacks: KeyPath<FieldUse, Bool>, _ text: String) -> String? {
        let names = fields.filter { $0.use[keyPath: lacks] }.map(\.name)
        guard !names.isEmpty else { return nil }
        let more = names.count - ClientWarnings.namedLogs
        let shown = names.prefix(ClientWarnings.namedLogs).joined(separator: ", ")
        return "\(shown)\(more > 0 ? " and \(more) more" : ""): \(text)"
    }

    private var balancer: String? {
        let few = clients.fewWithMost
        guard !few.isEmpty else { return nil }
        let share = Figures.percentage(few.reduce(0) { $0 + $1.clicks }, of: clients.sampled)
        let many = few.count == 1 ? "one client makes" : "\(few.count) clients make"
        let remedy =
            forwards
            ? "if these are proxies of yours, add them to `trusted_proxies`"
            : "if that is a balancer or a proxy, log X-Forwarded-For and set `client: forwarded` in the profile"
        // Several of one network look alike.
        var networks: [String] = []
        for client in few {
            let network = MaskedAddress.of(client.client)
            if !networks.contains(network) { networks.append(network) }
        }
        return "\(many) \(share) of \(Figures.grouped(clients.clicks)) clicks "
            + "(\(networks.joined(separator: ", "))): readers behind one address cannot be told "
            + "apart, and views are missing; \(remedy)"
    }
}
