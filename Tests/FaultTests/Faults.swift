import Foundation
import Glibc

/// How much the tests of faults do, and what this machine lets them do.
enum Faults {
    /// `make test-faults`: all of it. Else as much as every run of the tests can bear.
    static let isLong = ProcessInfo.processInfo.environment["ACCESSRANK_FAULTS"] == "long"

    static func count(short: Int, long: Int) -> Int { isLong ? long : short }

    static let hasSQLite = isProgram("/usr/bin/sqlite3")

    /// Whether strace is here and may look at a process.
    static let canTrace: Bool = isProgram(Strace.path) && succeeds(Strace.path, ["-qq", "-o", "/dev/null", "true"])

    /// Whether a file system can be mounted that nobody else sees.
    static let canMount: Bool = succeeds(
        "/usr/bin/unshare", ["-m", "/bin/sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"])

    private static func isProgram(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

    private static func succeeds(_ program: String, _ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
