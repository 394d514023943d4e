/// A file as it was when a log was read from it, to be known again without reading all of it.
public struct FileMark: Hashable, Sendable {
    public var stamp: FileStamp
    public var digest: FileDigest

    public init(stamp: FileStamp, digest: FileDigest) {
        self.stamp = stamp
        self.digest = digest
    }
}
