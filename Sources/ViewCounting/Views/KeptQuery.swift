/// The part of a query that tells articles apart, for sites whose path does not (`/article.php?id=7`).
///
/// Section 3, step 6 of the counting rules. Names are compared byte for byte, as they were sent. A parameter without
/// `=` is present with an empty value.
struct KeptQuery: Sendable {
    let names: [[UInt8]]

    init(names: [String]) {
        self.names = names.map { Array($0.utf8) }
    }

    /// The key and behind it `?a=b&c=d`, with the first value of each name that is present, in the order of the names;
    /// the key alone without any.
    func added(to key: [UInt8], from query: [UInt8]?) -> [UInt8] {
        guard let query, !names.isEmpty else { return key }
        let parameters = query.split(separator: .ampersand)
        var result = key
        for name in names {
            let named = parameters.first { $0.prefix { $0 != .equalsSign }.elementsEqual(name) }
            guard let named else { continue }
            result.append(result.count == key.count ? .questionMark : .ampersand)
            result += name
            result.append(.equalsSign)
            result += PercentEscapes.normalized(queryValue: Array(named.dropFirst(name.count + 1)))
        }
        return result
    }
}
