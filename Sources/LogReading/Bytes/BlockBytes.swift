/// A place for bytes that outlives the call that made them: until the next block of lines.
///
/// What a line's field stands for, where that is not what is written in the block. Views of it are valid until `forget`.
final class BlockBytes {
    /// More than one value can need: a line's bytes, each of them escaped as `%HH`, and a mark.
    static let chunkBytes = 4 * LineBlockReader.maximumLineBytes

    /// Kept for the next blocks; a second one is needed only where lines hold many escapes.
    private var chunks: [UnsafeMutablePointer<UInt8>]
    private var chunk = 0
    private var used = 0

    init() {
        chunks = [.allocate(capacity: BlockBytes.chunkBytes)]
    }

    deinit {
        for chunk in chunks { chunk.deallocate() }
    }

    func forget() {
        chunk = 0
        used = 0
    }

    /// A copy of the bytes.
    func hold(_ content: [UInt8]) -> ByteView {
        hold(atMost: content.count) { place in
            for (index, byte) in content.enumerated() { place[index] = byte }
            return content.count
        }
    }

    /// Bytes that `write` puts in place.
    ///
    /// - Parameter write: Gives the number of bytes written, which may be fewer than `most`.
    @inline(__always)
    func hold(atMost most: Int, write: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> ByteView {
        precondition(most <= BlockBytes.chunkBytes, "a value is no longer than its line, escaped")
        if used > BlockBytes.chunkBytes - most { startNextChunk() }
        let start = chunks[chunk] + used
        let count = write(UnsafeMutableBufferPointer(start: start, count: most))
        precondition(count <= most, "no more bytes than room was asked for")
        used += count
        return ByteView(base: start, count: count)
    }

    private func startNextChunk() {
        chunk += 1
        used = 0
        if chunk == chunks.count { chunks.append(.allocate(capacity: BlockBytes.chunkBytes)) }
    }
}
