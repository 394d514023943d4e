/// A text that is compared, ordered and hashed by its bytes, never by what Unicode holds equal.
///
/// Article keys, paths and sections come from outside and need not be valid UTF-8. Swift's `String` would call two
/// different URLs equal where they are canonically equivalent; this type does not.
public struct ByteString: Hashable, Sendable {
    public let bytes: [UInt8]

    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes read as UTF-8; what is not valid becomes U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension ByteString: Comparable {
    public static func < (left: ByteString, right: ByteString) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}

extension ByteString: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { text }

    public init(stringLiteral value: String) {
        self.init(value)
    }
}
