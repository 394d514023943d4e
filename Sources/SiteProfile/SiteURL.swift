/// The beginning of a site's links: `https://www.example.com`, perhaps with a port and a folder.
enum SiteURL {
    /// The URL without slashes at its end.
    static func parse(_ text: String) throws(Mistake) -> String {
        let lowered = text.lowercased()
        guard let scheme = schemes.first(where: lowered.hasPrefix) else {
            throw Mistake(problem: "is no http or https address", remedy: "write it as \(example)")
        }
        if text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
            throw Mistake(problem: "carries a query or a fragment", remedy: "leave out everything from the ? or # on")
        }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { $0 != UInt8(ascii: "/") }
        if host.contains(UInt8(ascii: "@")) {
            throw Mistake(problem: "carries a user name", remedy: "leave out everything up to the @")
        }
        if host.first.map({ $0 == UInt8(ascii: ":") }) ?? true {
            throw Mistake(problem: "names no host", remedy: "write it as \(example)")
        }
        guard rest.allSatisfy(isURLByte) else {
            throw Mistake(
                problem: "holds a character that a URL cannot hold",
                remedy: "write a host in its ASCII form (xn--...) and escape the path (%E3)")
        }
        var end = text
        while end.hasSuffix("/") { end.removeLast() }
        return end
    }

    /// What is wrong with a URL, and what to do.
    struct Mistake: Error {
        let problem: String
        let remedy: String
    }

    private static let schemes = ["https://", "http://"]
    private static let example = "https://www.example.com"

    /// `reserved`, `unreserved` and `%` of RFC 3986, less what has been refused before.
    private static func isURLByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:/[]@!$&'()*+,;=%".utf8.contains(byte)
        }
    }
}
