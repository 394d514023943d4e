import Glibc

/// A text that is compared, ordered and hashed by its bytes, never by what Unicode holds equal.
///
/// Article keys, paths and sections come from outside and need not be valid UTF-8. Swift's `String` would call two
/// different URLs equal where they are canonically equivalent; this type does not.
public struct ByteString: Sendable {
    public let bytes: [UInt8]

    /// Shares the array's storage.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The bytes read as UTF-8; what is not valid becomes U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

// All bytes at once: Swift's own of an array goes byte by byte.
extension ByteString: Hashable {
    public static func == (left: ByteString, right: ByteString) -> Bool {
        left.bytes.count == right.bytes.count && left.firstDifference(from: right) == 0
    }

    public func hash(into hasher: inout Hasher) {
        // The count keeps two texts side by side apart from the same bytes cut elsewhere.
        hasher.combine(bytes.count)
        bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension ByteString: Comparable {
    public static func < (left: ByteString, right: ByteString) -> Bool {
        let difference = left.firstDifference(from: right)
        return difference == 0 ? left.bytes.count < right.bytes.count : difference < 0
    }

    /// Less than 0 where the first byte in which both differ is lower here, more where it is higher; 0 where one is a
    /// beginning of the other.
    private func firstDifference(from other: ByteString) -> CInt {
        bytes.withByteView { here in
            other.bytes.withByteView { there in memcmp(here.base, there.base, min(here.count, there.count)) }
        }
    }
}

extension ByteString: CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { text }

    public init(stringLiteral value: String) {
        self.init(value)
    }
}
