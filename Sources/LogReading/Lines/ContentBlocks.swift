/// Where the blocks of a log's content come from, one after the other, each with room before it.
protocol ContentBlocks: AnyObject {
    /// The next 64 KiB of content behind what is carried over; fewer only at the end of the log, and then no more.
    ///
    /// - Parameter carried: The last bytes of what was given before, at most `LineBlockReader.maximumLineBytes`; nil for none.
    /// - Returns: `carried` and the block in one. The bytes given before are no longer valid.
    /// - Throws: What `LogStream.read` throws.
    func next(behind carried: ByteView?) throws(LogReadError) -> ByteView
}

/// Blocks that are read when they are asked for.
final class BlocksInTurn: ContentBlocks {
    private let stream: LogStream
    private let buffer: UnsafeMutablePointer<UInt8>

    init(_ stream: LogStream) {
        self.stream = stream
        buffer = .allocate(capacity: LineBlockReader.maximumBlockBytes)
    }

    deinit {
        buffer.deallocate()
    }

    func next(behind carried: ByteView?) throws(LogReadError) -> ByteView {
        let block = buffer + LineBlockReader.maximumLineBytes
        let start = block - (carried?.count ?? 0)
        carried?.move(to: start)
        let count = try stream.read(
            into: UnsafeMutableRawBufferPointer(start: block, count: ContentIdentity.blockBytes))
        return ByteView(base: start, count: block - start + count)
    }
}
