/// The contents of earlier runs, by number.
public struct KnownContents: Sendable {
    /// Nothing is known, and the key is one of this process only.
    public static let none = KnownContents([:], key: .random())

    let key: SipKey
    /// Without the empty ones, which are no content.
    private let records: [Int64: ContentRecord]
    /// The contents that have this many whole blocks, with this checksum at the end of the last one.
    private let numbers: [LastBlock: [Int64]]

    private struct LastBlock: Hashable {
        let count: Int
        let checksum: UInt32

        init(_ checksums: [UInt32]) {
            count = checksums.count
            checksum = checksums.last ?? 0
        }
    }

    /// - Parameter key: The one that all of the records were made with; secret.
    public init(_ records: [Int64: ContentRecord], key: SipKey) {
        self.records = records.filter { $0.value.length > 0 }
        self.key = key
        numbers = Dictionary(grouping: self.records.keys) { LastBlock(records[$0]?.blockChecksums ?? []) }
    }

    /// The content of this number; nil for one that is not known, and for an empty one.
    public subscript(number: Int64) -> ContentRecord? { records[number] }

    /// The known content that this one is, or is where it begins.
    ///
    /// All whole blocks of 64 KiB have to agree; where the known content has no more of them, and where there is none,
    /// the complete lines too. Contents of equal length have to be equal.
    /// - Parameter record: Made with the key of these contents.
    /// - Returns: Nil also for a content of no bytes. Of several an equal one, then the one of the lowest number.
    public func whole(of record: ContentRecord) -> (number: Int64, isSame: Bool)? {
        if let same = records.filter({ $0.value == record }).keys.min() { return (same, true) }
        return records.filter { $0.value.begins(with: record) }.keys.min().map { ($0, false) }
    }

    /// The contents whose whole blocks are these; their tails are still to be compared.
    func contents(ofBlocks checksums: [UInt32]) -> [(number: Int64, record: ContentRecord)] {
        guard let numbers = numbers[LastBlock(checksums)] else { return [] }
        return numbers.compactMap { number in
            guard let record = records[number], record.blockChecksums == checksums else { return nil }
            return (number, record)
        }
    }
}

extension ContentRecord {
    /// Whether a shorter content is where this one begins, as far as whole blocks and complete lines tell.
    fileprivate func begins(with shorter: ContentRecord) -> Bool {
        guard shorter.length < length, blockChecksums.starts(with: shorter.blockChecksums) else { return false }
        let lines = shorter.tail.lines
        if shorter.blockChecksums.isEmpty { return !lines.isEmpty && firstLines.starts(with: lines) }
        // Of lines within this content's blocks nothing is kept.
        return blockChecksums.count > shorter.blockChecksums.count || tail.lines.starts(with: lines)
    }
}
