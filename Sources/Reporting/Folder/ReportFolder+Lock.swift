import Glibc

extension ReportFolder {
    /// Does something while no other run may write to the folder, which is made where it is missing.
    ///
    /// The lock is on the folder itself (flock(2)): no file is left behind, and the system takes it from a killed run. A
    /// file system that has no locks is no reason to write nothing: there it is for the caller to see to.
    ///
    /// - Throws: A `ReportError` of kind `.busy`, at once, where another run has the lock; and what `body` throws.
    public func whileLocked<Result>(
        _ body: () throws(ReportError) -> Result
    ) throws(ReportError) -> Result {
        try Disk.makeFolders(path)
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw ReportError(cannot: "open the folder", path, code: errno) }
        // Closing would leave the lock with a child that is about to begin another program and still has the descriptor.
        defer {
            flock(folder, LOCK_UN)
            close(folder)
        }
        if flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { throw ReportError(busy: path) }
        return try body()
    }
}
