import LogReading

/// The address of an article: the profile's `url` with the article's path behind it, as RFC 3986 lets it be written.
enum ArticleLink {
    /// What leads to an article and tells it from others: its path, and behind it the query where that is a part of what
    /// makes it this article (`identity_query`).
    static func address(of key: ByteString, path: ByteString) -> ByteString {
        key.bytes.starts(with: path.bytes + [UInt8(ascii: "?")]) ? key : path
    }

    /// The link to a path; nil without a base that begins with `http://` or `https://`.
    static func to(_ path: ByteString, at base: String?) -> String? {
        guard let base, isWeb(base) else { return nil }
        let end = base.utf8.reversed().drop { $0 == UInt8(ascii: "/") }.count
        return written(Array(base.utf8.prefix(end)) + path.bytes)
    }

    /// A link that was read from a file; nil where it is none of the web.
    static func checked(_ link: String?) -> String? {
        guard let link, isWeb(link) else { return nil }
        return written(Array(link.utf8), also: [UInt8(ascii: "#")])
    }

    private static func isWeb(_ link: String) -> Bool {
        let start = link.prefix(webSchemes[1].count).lowercased()
        return webSchemes.contains { start.hasPrefix($0) }
    }

    /// Every byte that an address may not hold as its percent-escape; escapes stay as they are.
    ///
    /// - Parameter more: Bytes that this address may hold besides.
    private static func written(_ bytes: [UInt8], also more: [UInt8] = []) -> String {
        // Most addresses are written as they may be.
        if bytes.allSatisfy(isAllowed) { return String(decoding: bytes, as: UTF8.self) }
        var link = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape = ShownText.percentEscape(in: bytes, at: index) != nil
            if isEscape || isAllowed(byte) || more.contains(byte) {
                link.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                link += ShownText.percentEscape(of: byte)
            }
        }
        return link
    }

    private static let webSchemes = ["http://", "https://"]
    /// Unreserved, sub-delims, and the delimiters of an address (RFC 3986, section 2) but `#`, which no path holds, and
    /// the brackets; `%` only in an escape.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "A"..."Z", "a"..."z", "0"..."9": true
        case "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", ":", "@", "/", "?": true
        default: false
        }
    }
}
