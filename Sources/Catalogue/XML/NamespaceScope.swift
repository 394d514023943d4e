/// What names mean inside an element: the prefixes that are declared, and the names that were already looked up.
///
/// The parser could resolve prefixes itself, for half as much time again; here a name is resolved once.
struct NamespaceScope {
    private var vocabularies: [Substring: Vocabulary] = [:]
    private var known: [String: FeedElement] = [:]

    mutating func element(_ name: String) -> FeedElement {
        if let element = known[name] { return element }
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let (prefix, local) = parts.count == 2 ? (parts[0], parts[1]) : ("", name[...])
        let element = FeedElement(local, in: vocabularies[prefix] ?? Vocabulary(undeclaredPrefix: prefix))
        known[name] = element
        return element
    }

    /// The scope with what an element's attributes declare; nil where they declare nothing.
    func declaring(_ attributes: [String: String]) -> NamespaceScope? {
        guard attributes.keys.contains(where: { $0.hasPrefix("xmlns") }) else { return nil }
        var inner = self
        inner.known = [:]
        for (name, namespace) in attributes {
            if name == "xmlns" { inner.vocabularies[""] = Vocabulary(namespace: namespace) }
            if name.hasPrefix("xmlns:") {
                inner.vocabularies[name.dropFirst("xmlns:".count)] = Vocabulary(namespace: namespace)
            }
        }
        return inner
    }
}
