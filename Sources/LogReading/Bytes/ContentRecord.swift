/// What is kept of a log's content from one run to the next, so that it is known again: no byte of it.
///
/// Digests are SipHash-1-3 under the key of the `KnownContents` that the log was read with, and chained: each is of the
/// one before it (at first 0, as eight bytes) and the next line with its LF. One of them stands for all lines so far.
public struct ContentRecord: Hashable, Sendable {
    /// Decompressed bytes.
    public var length: Int64
    /// CRC-32 of the first 64 KiB, 128 KiB, ... of the content.
    public var blockChecksums: [UInt32]
    /// Digests of the lines that an LF ends within the first 64 KiB.
    public var firstLines: [UInt64]
    /// What is behind the last whole block.
    public var tail: Tail

    /// The bytes behind the last whole block of 64 KiB; of a content below one block, all of it.
    public struct Tail: Hashable, Sendable {
        /// Digests of the lines that an LF ends, the first from where the tail begins.
        public var lines: [UInt64]
        /// Bytes behind the last LF.
        public var restBytes: Int
        /// Digest of these bytes, chained behind the last line.
        public var restDigest: UInt64

        public init(lines: [UInt64], restBytes: Int, restDigest: UInt64) {
            self.lines = lines
            self.restBytes = restBytes
            self.restDigest = restDigest
        }
    }

    public init(length: Int64, blockChecksums: [UInt32], firstLines: [UInt64], tail: Tail) {
        self.length = length
        self.blockChecksums = blockChecksums
        self.firstLines = firstLines
        self.tail = tail
    }
}
