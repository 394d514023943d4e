public import LogReading

/// Finds who asked, where proxies of one's own stand in front and name the clients that they speak for.
///
/// X-Forwarded-For is a list to whose right end each proxy adds the address that it was asked from. So it is believed
/// from the right: the connecting address first, then the list, as long as an address is one of one's own proxies.
/// The client is the first that is none. What stands left of it anybody can have made up, and is not looked at.
public struct ForwardedClients: Sendable {
    /// The proxies whose word is taken.
    public let trusted: [ClientNetwork]

    public init(trusted: [ClientNetwork]) {
        self.trusted = trusted
    }

    /// The rightmost address that is not trusted, of the list with the connecting address at its right end.
    ///
    /// All trusted: the leftmost. An element that is no address ends the walk: the client is the address right of it. An
    /// element may have a port (`192.0.2.7:4711`) and brackets (`[2001:db8::7]:4711`), which are no part of the client.
    ///
    /// - Parameters:
    ///   - connecting: The client as logged.
    ///   - list: X-Forwarded-For as logged, escapes undone.
    /// - Returns: A part of what was given.
    public func client(connecting: ByteView, list: ByteView) -> ByteView {
        guard let address = IPAddress(connecting), isTrusted(address) else { return connecting }
        var client = connecting
        var end = list.count
        while end >= 0 {
            var start = end
            while start > 0, list[start - 1] != ForwardedClients.comma { start -= 1 }
            guard let element = ForwardedClients.address(of: list[start..<end]) else { return client }
            client = element.text
            if !isTrusted(element.address) { return client }
            end = start - 1
        }
        return client
    }

    private func isTrusted(_ address: IPAddress) -> Bool {
        trusted.contains { $0.contains(address) }
    }

    private static let comma = UInt8(ascii: ",")

    /// The address of an element, without the white space around it, its brackets and its port; nil where it has none.
    private static func address(of element: ByteView) -> (text: ByteView, address: IPAddress)? {
        var start = 0
        var end = element.count
        while start < end, isWhite(element[start]) { start += 1 }
        while end > start, isWhite(element[end - 1]) { end -= 1 }
        let text = element[start..<end]
        let address = text.withoutBrackets ?? text.withoutPort
        // Brackets are for IPv6 alone.
        if text.count > 0, text[0] == UInt8(ascii: "["), address.firstIndex(of: .colon) == nil { return nil }
        return IPAddress(address).map { (address, $0) }
    }

    private static func isWhite(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
