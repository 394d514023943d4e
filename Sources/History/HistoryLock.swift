import Glibc
import LogReading
import ViewCounting

/// One writer at a time: flock(2) on a file of its own beside the history.
///
/// The system gives the lock back when the process ends, however it ends. The file stays: were it deleted, two runs
/// could each hold the lock of a file of that name.
final class HistoryLock {
    private let descriptor: CInt

    /// - Parameter started: When this run began, in seconds since 1970 UTC, for the message to another one.
    /// - Throws: `.busy`, at once, where another run has the lock.
    init(_ file: HistoryFile, started: Int64) throws(HistoryError) {
        let path = HistoryLock.path(of: file)
        let shown = file.shown + HistoryLock.suffix
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, HistoryFile.mode)
        guard descriptor >= 0 else { throw HistoryError(shown, cannot: "be opened", code: errno) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            if code == EWOULDBLOCK { throw HistoryLock.busy(file) }
            throw HistoryError(
                kind: HistoryError.Kind(code: code),
                message: "\(shown): cannot be locked, so that two runs could write at once "
                    + "(\(systemMessage(code))); keep the history on a file system with locks")
        }
        self.descriptor = descriptor
        // Only the message to another run needs the text: where it cannot be written, the lock holds all the same.
        ftruncate(descriptor, 0)
        let text = Array("\(getpid()) \(HistoryLock.iso(started))\n".utf8)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        // Before another run can have it.
        ftruncate(descriptor, 0)
        // Closing would leave it with a child that is about to begin another program and still has the descriptor.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// What to tell somebody who has to wait for the run that holds the lock.
    static func busy(_ file: HistoryFile) -> HistoryError {
        // The other run writes who it is right after it has taken the lock.
        for _ in 0..<20 {
            if let holder = holder(of: file) { return busy(file, holder) }
            usleep(5_000)
        }
        return HistoryError(
            kind: .busy,
            message: "\(file.shown): another run is writing it; nothing was changed; run again when it is done")
    }

    /// The same for somebody without the lock whom SQLite told to wait; nil where it was for no run's sake.
    static func busyElsewhere(_ file: HistoryFile) -> HistoryError? {
        guard let holder = holder(of: file), holder.pid != getpid() else { return nil }
        return busy(file, holder)
    }

    private static func busy(_ file: HistoryFile, _ holder: (pid: Int32, started: Substring)) -> HistoryError {
        HistoryError(
            kind: .busy,
            message: "\(file.shown): another run (pid \(holder.pid), since \(holder.started)) is writing it; "
                + "nothing was changed; run again when it is done")
    }

    /// What the lock file says; nil where nobody holds the lock, but for a run that was killed.
    private static func holder(of file: HistoryFile) -> (pid: Int32, started: Substring)? {
        let words = text(of: path(of: file)).split(separator: " ")
        guard words.count == 2, let pid = Int32(words[0]), words[1].utf8.count == 21, words[1].last == "\n" else {
            return nil
        }
        return (pid, words[1].dropLast())
    }

    private static func text(of path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2026-03-03T03:10:00Z`.
    static func iso(_ second: Int64) -> String {
        let clamped = min(max(second, 0), 253_402_300_799)
        let time = LocalTime(
            day: CalendarDay(number: Int32(clamped / 86_400)), secondOfDay: Int(clamped % 86_400), offset: 0)
        return "\(time.day)T\(time.clock)Z"
    }

    private static func path(of file: HistoryFile) -> String { file.path + suffix }
    private static let suffix = ".lock"
}
