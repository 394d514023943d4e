/// The chained digests of the lines of a block of content (see `ContentRecord`), and where these lines end.
///
/// Made of the first block, the last one, and those that a known content may end in: of all others it would cost more
/// than the checksums that the inflater makes anyway.
struct LineDigests {
    /// Of the lines that an LF ends.
    private(set) var digests: [UInt64] = []
    /// Where each of them ends, behind its LF.
    private var ends: [Int] = []
    private let block: ByteView
    private let key: SipKey

    /// Stands before the first line.
    private static let start: UInt64 = 0

    /// - Parameter block: Has to outlive this value.
    init(of block: ByteView, key: SipKey) {
        self.block = block
        self.key = key
        var last = LineDigests.start
        var begin = 0
        while let lineFeed = block.firstIndex(of: lineFeed, from: begin) {
            let end = lineFeed + 1
            last = LineDigests.digest(of: block[begin..<end], behind: last, key: key)
            digests.append(last)
            ends.append(end)
            begin = end
        }
    }

    /// The record of the block as the last one of a content.
    var tail: ContentRecord.Tail {
        let begin = ends.last ?? 0
        return ContentRecord.Tail(
            lines: digests, restBytes: block.count - begin,
            restDigest: LineDigests.digest(
                of: block[begin..<block.count], behind: digests.last ?? LineDigests.start, key: key))
    }

    /// Whether a content of `bytes` bytes behind whole blocks, and with this tail, is where the block begins.
    ///
    /// The numbers may be any: they come from a disk.
    func begin(with tail: ContentRecord.Tail, bytes: Int64) -> Bool {
        let lines = tail.lines.count
        guard lines <= digests.count else { return false }
        let last = lines == 0 ? LineDigests.start : digests[lines - 1]
        let begin = lines == 0 ? 0 : ends[lines - 1]
        guard tail.restBytes >= 0, tail.restBytes <= block.count - begin, bytes == Int64(begin + tail.restBytes)
        else { return false }
        // Chained behind the lines: it stands for all of the tail.
        return LineDigests.digest(of: block[begin..<(begin + tail.restBytes)], behind: last, key: key)
            == tail.restDigest
    }

    /// SipHash-1-3 of the digest before, eight bytes, the first in the lowest bits, and the bytes.
    private static func digest(of bytes: ByteView, behind last: UInt64, key: SipKey) -> UInt64 {
        var hasher = SipHash(key: key)
        hasher.compress(last)
        let rest = hasher.absorbWholeWords(bytes)
        return hasher.finish(lastWord: rest, length: 8 + bytes.count)
    }
}
