import Foundation
import Reporting
import Synchronization

/// What a run says on standard error: one line per message, and on a terminal a line of progress.
///
/// No terminal: only errors, warnings and notices; a run without any is silent. No colours at all, so `NO_COLOR` has
/// nothing to turn off; with `TERM=dumb` there is no progress line either, since it would not be overwritten.
final class Console: Sendable {
    let isTerminal: Bool
    private let isQuiet: Bool
    private let canOverwrite: Bool
    private let hasProgressLine = Mutex(false)
    private let warned = Mutex<Set<String>>([])

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        isTerminal = isatty(STDERR_FILENO) == 1
        canOverwrite = ProcessInfo.processInfo.environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false
    }

    var showsProgress: Bool { isTerminal && canOverwrite && !isQuiet }
    var showsResult: Bool { isTerminal && !isQuiet }

    /// What went wrong; never silenced.
    func error(_ message: String) {
        write("accessrank: \(message)\n")
    }

    /// What the user should know of, and the run could do without; the same is told once in a run.
    func warning(_ message: String) {
        guard !isQuiet, warned.withLock({ $0.insert(message).inserted }) else { return }
        write("accessrank: warning: \(message)\n")
    }

    /// Lines of a result.
    func say(_ text: String) {
        write(text)
    }

    /// Overwrites the progress line.
    func progress(_ text: String) {
        hasProgressLine.withLock { $0 = true }
        put(Console.clearLine + text.prefix(max(0, width - 1)))
    }

    /// Takes the progress line away, before something else writes to the terminal.
    func clearProgress() {
        put(takenProgressLine())
    }

    /// What clears the progress line, if there is one; it is gone then.
    private func takenProgressLine() -> String {
        hasProgressLine.withLock { hasLine in
            defer { hasLine = false }
            return hasLine ? Console.clearLine : ""
        }
    }

    /// Names of files and words of the user may hold anything; nothing of it works on a terminal.
    private func write(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let shown = lines.map { ShownText.of(String($0)) }.joined(separator: "\n")
        put(takenProgressLine() + shown)
    }

    private func put(_ text: String) {
        // A closed standard error is no reason to stop.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// Columns of the terminal.
    private var width: Int {
        var size = winsize()
        if ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Console.usualWidth
    }

    private static let usualWidth = 80
    /// To the first column, and nothing behind it (ECMA-48: EL).
    private static let clearLine = "\r\u{1B}[K"
}
