/// Finds a log's format from its first lines: the most specific that all of its first 100 fitting lines fit.
public struct FormatDetector {
    /// Lines that fit some format, so far.
    public private(set) var fittingLines = 0
    /// Those of them that are no JSON.
    private var standardLines = 0
    private var presets: [Preset]
    private var allHaveVirtualHost = true
    private var allAreCombined = true
    private var plain = RequestParser(.combined)
    private var withVirtualHost = RequestParser(.vhostCombined)

    /// One of the layouts of JSON lines that are known by name.
    private struct Preset {
        let layout: JSONLayout
        var parser: JSONLineParser
        /// Lines that fit it, so far.
        var lines = 0
    }

    /// How many fitting lines decide.
    public static let decidingLines = 100

    /// - Parameter clock: Reads times that are logged without their zone.
    public init(clock: LocalClock = .utc) {
        presets = LogFormat.named.compactMap { JSONLayout(named: $0, clock: clock) }
            .map { Preset(layout: $0, parser: JSONLineParser($0)) }
    }

    public var isDecided: Bool { fittingLines >= FormatDetector.decidingLines }

    /// How the lines considered are written; nil where none fits any format.
    ///
    /// In a log of JSON lines and others, that of the most lines.
    public var verdict: LogLayout? {
        guard fittingLines > 0 else { return nil }
        if let most = presets.map(\.lines).max(), most > standardLines,
            let preset = presets.first(where: { $0.lines == most })
        {
            return .json(preset.layout)
        }
        return .standard((allHaveVirtualHost ? LogFormat.vhostCombined : .combined).form(combined: allAreCombined))
    }

    /// Considers the lines of a block until the format is decided.
    public mutating func consider(block: ByteView) {
        plain.beginBlock()
        withVirtualHost.beginBlock()
        for preset in presets.indices { presets[preset].parser.beginBlock() }
        var start = 0
        while start < block.count, !isDecided {
            let end = block.firstIndex(of: lineFeed, from: start) ?? block.count
            if end - start <= LineBlockReader.maximumLineBytes {
                consider(block, LogLine.content(of: block, start..<end))
            }
            start = end + 1
        }
    }

    private mutating func consider(_ block: ByteView, _ place: Range<Int>) {
        let line = block[place]
        if line.count > 0, line[0] == UInt8(ascii: "{") { return considerJSON(block, place) }
        if FormatDetector.seemsToBeginWithHost(line), let request = withVirtualHost.parse(line) {
            note(hasVirtualHost: true, isCombined: request.isCombined)
        } else if let request = plain.parse(line) {
            note(hasVirtualHost: false, isCombined: request.isCombined)
        }
    }

    private mutating func considerJSON(_ block: ByteView, _ place: Range<Int>) {
        var fits = false
        for preset in presets.indices where presets[preset].parser.parse(block, place) != nil {
            presets[preset].lines += 1
            fits = true
        }
        if fits { fittingLines += 1 }
    }

    private mutating func note(hasVirtualHost: Bool, isCombined: Bool) {
        fittingLines += 1
        standardLines += 1
        allHaveVirtualHost = allHaveVirtualHost && hasVirtualHost
        allAreCombined = allAreCombined && isCombined
    }

    /// Whether the second word is a client's and not the ident (nearly always `-`) behind a client.
    ///
    /// Every line with a virtual host in front fits the formats without one too, with the host taken for the client.
    /// So the second word decides: an address, or any word but `-` behind a first one that ends in a port.
    private static func seemsToBeginWithHost(_ line: ByteView) -> Bool {
        guard let hostEnd = line.firstIndex(of: space), let clientEnd = line.firstIndex(of: space, from: hostEnd + 1)
        else { return false }
        let client = line[(hostEnd + 1)..<clientEnd].bytes
        return IPAddress(client) != nil || endsInPort(line[0..<hostEnd].bytes) && client != [minus] && client != []
    }

    /// `name:443`, where the name is no address of more colons.
    private static func endsInPort(_ host: [UInt8]) -> Bool {
        let parts = host.split(separator: colon, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
            && parts[1].allSatisfy(\.isDigit)
    }
}
