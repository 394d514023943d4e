/// The contents of earlier runs, by number.
public struct KnownContents: Sendable {
    /// Nothing is known, and the key is one of this process only.
    public static let none = KnownContents([:], key: .random())

    let key: SipKey
    private let records: [Int64: ContentRecord]

    /// - Parameter key: The one that all of the records were made with; secret.
    public init(_ records: [Int64: ContentRecord], key: SipKey) {
        self.records = records
        self.key = key
    }

    /// The known content that this one is, or is where it begins.
    ///
    /// All whole blocks of 64 KiB have to agree; where the known content has no more of them, and where there is none,
    /// the complete lines too. Contents of equal length have to be equal.
    public func whole(of record: ContentRecord) -> (number: Int64, isSame: Bool)? {
        nil
    }
}
