/// What the numbers of the XML parser (libxml2's) mean.
enum XMLDefect {
    /// Told of files that are well-formed: namespaces that are not addresses or not declared, and the like.
    static let warnings: Set<Int> = [
        93, 94, 95, 96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 201, 202, 203, 205,
    ]

    /// - Parameter hasEnded: The outermost element is closed.
    static func phrase(of code: Int, hasEnded: Bool) -> String {
        switch code {
        case 4, 5: hasEnded ? "something follows its end" : "it ends inside an element"
        case 6...8: "a character reference that is none"
        case 9: "a character that XML does not allow"
        case 23, 68: "a name is missing, such as behind an & that stands for itself"
        case 26, 27: "an entity that is not defined"
        case 38: "a < in an attribute"
        case 39, 40: "an attribute without its quotes"
        case 41: "an attribute without a value"
        case 42, 204: "an attribute twice"
        case 45, 50, 80: "a comment that does not end"
        case 62: "a ]]> in text"
        case 63: "a CDATA section that does not end"
        case 64, 65, 31, 32, 81: "its XML declaration"
        case 73, 75, 77: "a tag that does not end"
        case 76: "an end tag that fits no start tag"
        default: "error \(code)"
        }
    }
}
