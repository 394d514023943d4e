import Foundation
import Glibc

/// A program that was started and has not been waited for.
public struct RunningProgram {
    let process: Process
    let output: Scratch

    public var pid: Int32 { process.processIdentifier }

    /// Ends it as a loss of power would; nothing where it has ended.
    public func kill() {
        if process.isRunning { Glibc.kill(pid, SIGKILL) }
    }

    /// Waits for its end. A signal that ended it is told as a negative status.
    public func wait() throws -> Program.Ending {
        process.waitUntilExit()
        return Program.Ending(
            stdout: try output.bytes("stdout"), stderr: try output.bytes("stderr"),
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
    }
}
