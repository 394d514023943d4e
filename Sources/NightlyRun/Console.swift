import Foundation
import Reporting
import Synchronization

/// What a run says on standard error: one line per message, and on a terminal a line of progress.
///
/// No terminal: only errors, warnings and notices; a run without any is silent. No colours at all, so `NO_COLOR` has
/// nothing to turn off; with `TERM=dumb` there is no progress line either, since it would not be overwritten.
final class Console: Sendable {
    let terminal = Terminal.standardError
    private let isQuiet: Bool
    private let hasProgressLine = Mutex(false)
    private let warned = Mutex<Set<String>>([])

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
    }

    var showsProgress: Bool { terminal.isThere && terminal.canOverwrite && !isQuiet }
    var showsResult: Bool { terminal.isThere && !isQuiet }

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

    /// Overwrites the progress line with the first of these that fits, or with as much of the last as does.
    func progress(_ choices: [String]) {
        // The last column stays free: some terminals wrap when it is written to.
        let room = max(0, terminal.width - 1)
        let text = choices.first { $0.utf8.count <= room } ?? String((choices.last ?? "").prefix(room))
        hasProgressLine.withLock { $0 = true }
        put(Console.clearLine + text)
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
        put(takenProgressLine() + (terminal.needsASCII ? ASCIIText.of(shown) : shown))
    }

    private func put(_ text: String) {
        // A closed standard error is no reason to stop.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// To the first column, and nothing behind it (ECMA-48: EL).
    private static let clearLine = "\r\u{1B}[K"
}
