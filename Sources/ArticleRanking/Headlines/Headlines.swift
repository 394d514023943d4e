public import LogReading

/// The headlines that hold on one day, by the key of the article.
public struct Headlines: Hashable, Sendable {
    private var byKey: [ByteString: Headline]

    public init(_ byKey: [ByteString: Headline] = [:]) {
        self.byKey = byKey
    }

    public subscript(key: ByteString) -> Headline? { byKey[key] }

    public var isEmpty: Bool { byKey.isEmpty }
    public var count: Int { byKey.count }

    /// All of them, by key bytes.
    public var inOrder: [(key: ByteString, headline: Headline)] {
        byKey.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Takes over what a later source says of an article: what it does not say, stays.
    public mutating func add(_ headline: Headline, of key: ByteString) {
        byKey[key] = byKey[key]?.updated(by: headline) ?? headline
    }

    /// Takes the headlines of these articles from another day, where it has none of its own.
    public mutating func fill(from other: Headlines, of keys: some Sequence<ByteString>) {
        for key in keys where byKey[key] == nil { byKey[key] = other[key] }
    }
}
