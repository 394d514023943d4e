/// A log's content, 64 KiB at a time: decompressed where it is gzip, all members as one stream.
///
/// Damage shows only where a member ends, after its content was given: what was read is provisional until the end.
public final class LogStream {
    public let input: LogInput
    /// Length and checksums of what has been read; whole once `read` has returned less than a block.
    public private(set) var identity = ContentIdentity()
    /// What to keep of the content; whole once `read` has returned less than a block.
    public var record: ContentRecord { recorder.record(of: identity) }
    /// Known contents, not empty, that are where this one begins, or all of it, by number; found as far as was read.
    public var knownBeginnings: Set<Int64> { recorder.knownBeginnings }
    /// File offset of bytes behind the last member that are neither padding nor a member, and were not read.
    public private(set) var garbageOffset: Int64?

    private let inflater: FastestInflater?
    private let compressed = UnsafeMutableRawBufferPointer.allocate(byteCount: LogStream.inputBytes, alignment: 64)
    /// The part of `compressed` not yet taken by the inflater.
    private var pending = 0..<0
    private var inputIsOver = false
    private var position = Position.betweenMembers
    private var checksum = RunningChecksum()
    private var plainChecksum: UInt32 = 0
    /// Decompressed bytes of all members so far, and of those that ended well.
    private var inflatedBytes: Int64 = 0
    private var goodBytes: Int64 = 0
    private let limit: Int64
    private var recorder: ContentRecorder
    private var isOver = false

    private enum Position { case betweenMembers, inMember, over }

    private static let inputBytes = 262_144
    /// Signature, method and flags of a member's header.
    private static let bytesToFlags = 4
    private static let reservedFlags: UInt8 = 0xE0

    /// - Parameters:
    ///   - limit: Reads no further than this many bytes of content, as if the log ended there.
    ///   - known: What the content is looked for in, and whose key its record is made with.
    public init(_ input: LogInput, limit: Int64 = .max, known: KnownContents = .none) {
        self.input = input
        self.limit = limit
        recorder = ContentRecorder(known: known)
        inflater = input.isGzip ? FastestInflater() : nil
    }

    deinit {
        compressed.deallocate()
    }

    /// Fills `block` with the next bytes of content; gives fewer than it holds only at the end, and then no more.
    ///
    /// - Precondition: `block` holds 65,536 bytes, so that the checksums fall where they have to.
    /// - Throws: `LogReadError.damaged` or `.io`.
    public func read(into block: UnsafeMutableRawBufferPointer) throws(LogReadError) -> Int {
        precondition(block.count == ContentIdentity.blockBytes, "content is read in blocks of 64 KiB")
        guard !isOver, let start = block.baseAddress else { return 0 }
        let wanted = Int(min(Int64(block.count), limit - identity.length))
        var count = 0
        while count < wanted {
            let rest = UnsafeMutableRawBufferPointer(rebasing: block[count..<wanted])
            let more = if let inflater { try inflate(with: inflater, into: rest) } else { try input.read(into: rest) }
            if more == 0 { break }
            count += more
        }
        isOver = count < block.count
        recorder.note(
            ByteView(base: start.assumingMemoryBound(to: UInt8.self), count: count), behind: identity.blockChecksums)
        note(UnsafeRawBufferPointer(rebasing: block[..<count]))
        return count
    }

    /// Reads on to a block of content, counted from 0, and gives its bytes; fewer than 64 KiB at the end.
    public func block(_ number: Int) throws(LogReadError) -> [UInt8] {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentIdentity.blockBytes, alignment: 64)
        defer { block.deallocate() }
        var count = 0
        for _ in 0...number { count = try read(into: block) }
        return Array(block[..<count])
    }

    /// Throws if the log is a regular file that has changed since it was opened.
    ///
    /// - Throws: `LogReadError.changed`, or `.io` where the system does not tell.
    public func checkUnchanged() throws(LogReadError) {
        try input.checkUnchanged()
    }

    private func note(_ bytes: UnsafeRawBufferPointer) {
        if identity.length == 0 { identity.head = Array(bytes.prefix(ContentIdentity.headBytes)) }
        identity.length += Int64(bytes.count)
        if inflater == nil { plainChecksum = RunningChecksum.extend(plainChecksum, with: bytes) }
        if isOver {
            identity.tail = Array(bytes)
        } else {
            identity.blockChecksums.append(
                inflater.map { checksum.value(memberChecksum: $0.checksum) } ?? plainChecksum)
        }
    }

    /// Content of at most one member; 0 only where the log is over.
    private func inflate(
        with inflater: FastestInflater, into output: UnsafeMutableRawBufferPointer
    ) throws(LogReadError) -> Int {
        while true {
            if pending.isEmpty { try refill() }
            switch position {
            case .over: return 0
            case .betweenMembers: try findMember(for: inflater)
            case .inMember:
                let given = try step(inflater, into: output)
                if given > 0 { return given }
            }
        }
    }

    private func step(
        _ inflater: FastestInflater, into output: UnsafeMutableRawBufferPointer
    ) throws(LogReadError) -> Int {
        let step: InflateStep
        do {
            step = try inflater.step(from: UnsafeRawBufferPointer(rebasing: compressed[pending]), into: output)
        } catch {
            pending = (pending.upperBound - inflater.inputLeft)..<pending.upperBound
            throw damaged(error)
        }
        pending = (pending.lowerBound + step.taken)..<pending.upperBound
        checksum.add(bytes: step.given)
        inflatedBytes += Int64(step.given)
        if step.endsMember {
            checksum.endMember(checksum: inflater.checksum)
            goodBytes = inflatedBytes
            position = .betweenMembers
        } else if step.taken == 0, step.given == 0, pending.isEmpty, inputIsOver {
            throw damaged(.cut)
        }
        return step.given
    }

    /// Skips padding; what follows is another member, garbage, or nothing.
    private func findMember(for inflater: FastestInflater) throws(LogReadError) {
        while let byte = pending.first.map({ compressed[$0] }), byte == 0 {
            pending = (pending.lowerBound + 1)..<pending.upperBound
            if pending.isEmpty { try refill() }
        }
        while pending.count < LogStream.bytesToFlags, !inputIsOver { try refill() }
        let start = compressed[pending].prefix(LogStream.bytesToFlags)
        if start.isEmpty {
            position = .over
        } else if start.starts(with: LogInput.gzipSignature) {
            // RFC 1952, section 2.3.1.2: an error, which zlib sees and ISA-L does not.
            if start.count == LogStream.bytesToFlags, let flags = start.last, flags & LogStream.reservedFlags != 0 {
                throw damaged(.invalidData)
            }
            inflater.beginMember()
            position = .inMember
        } else {
            garbageOffset = input.offset - Int64(pending.count)
            position = .over
        }
    }

    /// Adds input behind what is pending, or finds that there is none.
    private func refill() throws(LogReadError) {
        guard !inputIsOver else { return }
        compressed.copyBytes(from: compressed[pending])
        pending = 0..<pending.count
        let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: compressed[pending.count...]))
        pending = 0..<(pending.count + count)
        inputIsOver = count == 0
    }

    private func damaged(_ damage: LogReadError.Damage) -> LogReadError {
        .damaged(
            name: input.name, offset: input.offset - Int64(pending.count), damage, goodBytes: goodBytes)
    }
}
