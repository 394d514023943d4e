public import LogReading

/// The headlines that are valid on one day, by the key of the article.
public struct Headlines: Hashable, Sendable {
    private var byKey: [ByteString: Headline]

    public init(_ byKey: [ByteString: Headline] = [:]) {
        self.byKey = byKey
    }

    public subscript(key: ByteString) -> Headline? { byKey[key] }

    public var isEmpty: Bool { byKey.isEmpty }
}
