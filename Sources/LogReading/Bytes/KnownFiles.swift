/// The files that sources of earlier runs were read from, with the key of their digests.
public struct KnownFiles: Sendable {
    /// By stamp: the digest, and the number of the source.
    private let files: [FileStamp: (digest: FileDigest, source: Int64)]
    private let keys: FileDigest.Keys

    /// - Parameters:
    ///   - files: With the number of the source that each is of.
    ///   - key: The one that all of their digests were made with; secret.
    public init(_ files: [FileMark: Int64], key: SipKey) {
        self.files = Dictionary(files.map { ($0.key.stamp, ($0.key.digest, $0.value)) }) { first, _ in first }
        keys = FileDigest.Keys(from: key)
    }

    /// The source that was read from this file, where the file is as it was then; nil also for a pipe and standard input.
    ///
    /// The stamp is a hint, and the digest decides.
    public func source(of input: LogInput) -> Int64? {
        guard let stamp = input.namedStamp, files[stamp] != nil, let digest = input.digest(keys) else { return nil }
        return source(of: FileMark(stamp: stamp, digest: digest))
    }

    /// The source that was read from a file when it was so.
    public func source(of mark: FileMark) -> Int64? {
        guard let known = files[mark.stamp], known.digest == mark.digest else { return nil }
        return known.source
    }

    /// By what the file is known again; nil where it may not be: it is none, has changed, or was written to just before.
    ///
    /// - Parameter opening: When the input was opened, or before, in seconds since 1970 UTC by the clock of the machine.
    public func mark(of input: LogInput, openedAt opening: Int64) -> FileMark? {
        guard let stamp = input.namedStamp, stamp.isSettled(before: opening), let digest = input.digest(keys) else {
            return nil
        }
        return FileMark(stamp: stamp, digest: digest)
    }
}
