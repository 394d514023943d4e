/// A format that a log can show by itself, and how one of its lines is known.
struct FormatCandidate: Sendable {
    let layout: LogLayout
    /// Whether a line can be of the format, at a glance; without it the parser is not asked.
    let seemsToFit: @Sendable (ByteView) -> Bool
    /// Whether what the parser found is all that a line of the format has.
    let isWhole: @Sendable (LoggedRequest) -> Bool
    /// Whether a line that is no request declares that the log is in the format.
    let declares: @Sendable (ByteView) -> Bool

    init(
        _ layout: LogLayout, seemsToFit: @escaping @Sendable (ByteView) -> Bool = { _ in true },
        isWhole: @escaping @Sendable (LoggedRequest) -> Bool = { _ in true },
        declares: @escaping @Sendable (ByteView) -> Bool = { _ in false }
    ) {
        self.layout = layout
        self.seemsToFit = seemsToFit
        self.isWhole = isWhole
        self.declares = declares
    }

    var format: LogFormat { layout.format }

    /// All, the most specific first: of several that fit as many lines, the first is taken.
    ///
    /// - Parameters:
    ///   - session: The cookie that visitors are told by; nil for none.
    ///   - clock: Reads times that are logged without their zone.
    static func all(session: String?, clock: LocalClock) -> [FormatCandidate] {
        [
            FormatCandidate(.standard(.vhostCombined), seemsToFit: seemsToBeginWithHost, isWhole: { $0.isCombined }),
            FormatCandidate(.standard(.vhostCommon), seemsToFit: seemsToBeginWithHost),
            FormatCandidate(.standard(.combined), isWhole: { $0.isCombined }),
            FormatCandidate(.standard(.common)),
            FormatCandidate(
                .w3c(W3CLayout(session: session, clock: clock)), declares: { W3CFields($0)?.isComplete == true }),
            FormatCandidate(.amazon(.balancer)),
            FormatCandidate(.amazon(.bucket)),
        ]
            + LogFormat.named.compactMap { JSONLayout(named: $0, session: session, clock: clock) }.map {
                FormatCandidate(.json($0), seemsToFit: beginsObject)
            }
    }

    @Sendable
    private static func beginsObject(_ line: ByteView) -> Bool { line[0] == UInt8(ascii: "{") }

    /// Whether the second word is a client's and not the ident (nearly always `-`) behind a client.
    ///
    /// Every line with a virtual host in front fits the formats without one too, with the host taken for the client.
    /// So the second word decides: an address, or any word but `-` behind a first one that ends in a port.
    @Sendable
    private static func seemsToBeginWithHost(_ line: ByteView) -> Bool {
        guard let hostEnd = line.firstIndex(of: space), let clientEnd = line.firstIndex(of: space, from: hostEnd + 1)
        else { return false }
        let client = line[(hostEnd + 1)..<clientEnd].bytes
        return IPAddress(client) != nil || endsInPort(line[0..<hostEnd].bytes) && client != [minus] && client != []
    }

    /// `name:443`, where the name is no address of more colons.
    private static func endsInPort(_ host: [UInt8]) -> Bool {
        let parts = host.split(separator: colon, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && parts[1].allSatisfy(\.isDigit)
    }
}
