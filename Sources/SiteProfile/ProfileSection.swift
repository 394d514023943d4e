import Yams

/// A mapping of the profile whose keys are all known: the profile itself, `exclude`, `robots`.
///
/// Each question gives nil, or no items, for a key that is absent or null, and throws for a value of the wrong kind.
struct ProfileSection {
    /// What the mapping is called in messages: `the profile`, `exclude`.
    let name: String
    let source: ProfileSource
    /// The mapping itself; nil where it is not there.
    private let place: Node?
    private let values: [String: Node]

    /// Takes a mapping apart; nil or null is an empty one.
    init(_ node: Node?, name: String, known: [String], source: ProfileSource) throws(ProfileError) {
        self.name = name
        self.source = source
        place = node
        guard let node, !node.isNull else {
            values = [:]
            return
        }
        guard case .mapping(let mapping) = node else {
            throw source.error(
                "\(name) has to be keys with values, not \(node.kind)",
                "the keys are: \(known.joined(separator: ", "))", at: node)
        }
        var values: [String: Node] = [:]
        for (key, value) in mapping {
            let word = key.scalar?.string ?? key.kind
            guard known.contains(word) else {
                throw source.error(
                    "unknown key \"\(word)\" in \(name)",
                    Suggestion.text(for: word, among: known) + "known keys: \(known.joined(separator: ", "))", at: key)
            }
            if !value.isNull { values[word] = value }
        }
        self.values = values
    }

    /// An error about the mapping as a whole.
    func error(_ problem: String, _ remedy: String) -> ProfileError {
        guard let place else { return ProfileError(file: source.file, problem: problem, remedy: remedy) }
        return source.error(problem, remedy, at: place)
    }

    /// Whether a mapping is under a key.
    func isSection(_ key: String) -> Bool {
        if case .mapping? = values[key] { return true }
        return false
    }

    /// The mapping under a key.
    func section(_ key: String, known: [String]) throws(ProfileError) -> ProfileSection {
        try ProfileSection(values[key], name: "\"\(key)\"", known: known, source: source)
    }

    /// One text; numbers and the like are taken as they are written.
    func text(_ key: String) throws(ProfileError) -> ProfileText? {
        guard let node = values[key] else { return nil }
        guard let scalar = node.scalar else {
            throw source.error(
                "\"\(key)\" has to be one text, not \(node.kind)", "write one value behind the colon", at: node)
        }
        guard !scalar.string.isEmpty else {
            throw source.error("\"\(key)\" is an empty text", "write a value, or leave the key out", at: node)
        }
        return ProfileText(string: scalar.string, node: node, source: source)
    }

    /// One text, or a list of them; none for a key that is absent.
    func textOrTexts(_ key: String) throws(ProfileError) -> [ProfileText] {
        if case .sequence? = values[key] { return try texts(key) }
        return try text(key).map { [$0] } ?? []
    }

    /// Whether the key is there with a value.
    func has(_ key: String) -> Bool { values[key] != nil }

    /// A list of texts; none for a key that is absent.
    func texts(_ key: String) throws(ProfileError) -> [ProfileText] {
        guard let node = values[key] else { return [] }
        guard case .sequence(let items) = node else {
            let example = node.scalar.map { "[\($0.string.quotedIfNeeded)]" } ?? "[first, second]"
            throw source.error(
                "\"\(key)\" has to be a list, not \(node.kind)", "write it as a list: \(key): \(example)", at: node)
        }
        var texts: [ProfileText] = []
        for item in items {
            guard let scalar = item.scalar, !item.isNull else {
                throw source.error(
                    "an item of \"\(key)\" has to be one text, not \(item.kind)",
                    "put it in quotes, or take it out", at: item)
            }
            guard !scalar.string.isEmpty else {
                throw source.error("an item of \"\(key)\" is empty", "write a text, or take it out", at: item)
            }
            texts.append(ProfileText(string: scalar.string, node: item, source: source))
        }
        return texts
    }

    /// A whole number in a range.
    func integer(_ key: String, in range: ClosedRange<Int>) throws(ProfileError) -> Int? {
        guard let node = values[key] else { return nil }
        let remedy = "write a number from \(range.lowerBound) to \(range.upperBound), without quotes"
        guard node.tag == Tag(.int), let number = node.int else {
            throw source.error("\"\(key)\" has to be a whole number, not \(node.shown)", remedy, at: node)
        }
        guard range.contains(number) else {
            throw source.error("\"\(key)\" cannot be \(number)", remedy, at: node)
        }
        return number
    }

    /// True or false.
    func flag(_ key: String) throws(ProfileError) -> Bool? {
        guard let node = values[key] else { return nil }
        guard node.tag == Tag(.bool), let flag = node.bool else {
            throw source.error(
                "\"\(key)\" has to be true or false, not \(node.shown)",
                "write true or false, without quotes", at: node)
        }
        return flag
    }
}

extension Node {
    /// Whether the value is `null`, `~` or nothing at all.
    fileprivate var isNull: Bool { tag == Tag(.null) }

    /// The kind of node in plain words.
    fileprivate var kind: String {
        switch self {
        case .scalar: isNull ? "nothing" : "one text"
        case .sequence: "a list"
        case .mapping: "keys with values"
        case .alias: "an alias"
        }
    }

    /// The text of a scalar in quotes, or the kind of what is none.
    fileprivate var shown: String {
        scalar.map { "\"\($0.string)\"" } ?? kind
    }
}

extension String {
    /// The text as it can stand in a list in brackets.
    fileprivate var quotedIfNeeded: String {
        allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? self : "\"\(self)\""
    }
}
