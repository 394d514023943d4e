/// Makes a content's digests while it is read, and finds the known contents that it begins with.
struct ContentRecorder {
    private let known: KnownContents
    private(set) var knownBeginnings: Set<Int64> = []
    private var firstLines: [UInt64] = []
    private var tail = ContentRecord.Tail(lines: [], restBytes: 0, restDigest: 0)

    init(known: KnownContents) {
        self.known = known
    }

    /// Takes in the next block of content, which is less than 64 KiB only where the content ends.
    ///
    /// - Parameter checksums: The running ones of the whole blocks before it.
    mutating func note(_ block: ByteView, behind checksums: [UInt32]) {
        let isFirst = checksums.isEmpty
        let isLast = block.count < ContentIdentity.blockBytes
        let candidates = known.contents(ofBlocks: checksums)
        guard isFirst || isLast || !candidates.isEmpty else { return }
        let lines = LineDigests(of: block, key: known.key)
        if isFirst { firstLines = lines.digests }
        if isLast { tail = lines.tail }
        let blockBytes = Int64(checksums.count * ContentIdentity.blockBytes)
        for (number, candidate) in candidates
        where lines.begin(with: candidate.tail, bytes: candidate.length - blockBytes) {
            knownBeginnings.insert(number)
        }
    }

    /// What to keep of the content that has this identity.
    func record(of identity: ContentIdentity) -> ContentRecord {
        ContentRecord(
            length: identity.length, blockChecksums: identity.blockChecksums, firstLines: firstLines, tail: tail)
    }
}
