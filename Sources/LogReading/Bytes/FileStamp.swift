import Glibc

/// Which file it is and what shows that it was written to; all of it as `stat` tells, and none of it a proof.
///
/// The time of a rename or a new owner (ctime) is none of it.
public struct FileStamp: Hashable, Sendable {
    public var device: UInt64
    public var inode: UInt64
    /// Bytes.
    public var size: Int64
    /// Of the last write, since 1970 UTC.
    public var seconds: Int64
    /// Of that second.
    public var nanoseconds: Int64

    public init(device: UInt64, inode: UInt64, size: Int64, seconds: Int64, nanoseconds: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    init(_ status: stat) {
        self.init(
            device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int64(status.st_size),
            seconds: Int64(status.st_mtim.tv_sec), nanoseconds: Int64(status.st_mtim.tv_nsec))
    }

    /// Whether a later write is sure to give the file another time.
    ///
    /// - Parameter second: When the file was opened, or before: what was written behind that was not read.
    func isSettled(before second: Int64) -> Bool {
        let age = second.subtractingReportingOverflow(seconds)
        return !age.overflow && age.partialValue > FileStamp.longestTick
    }

    /// Seconds; FAT counts in steps of two.
    private static let longestTick: Int64 = 2
}
