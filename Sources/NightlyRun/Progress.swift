import Reporting
import Synchronization

/// How far the reading of all logs has come, shown on one line: bytes of bytes, lines per second, time left.
///
/// A narrow terminal is told less; the time left goes last.
final class Progress: Sendable {
    private struct State {
        var bytes: [Int64]
        var lines = 0
        var lastShown: ContinuousClock.Instant?
    }

    private let console: Console
    private let totalBytes: Int64?
    private let start = ContinuousClock.now
    private let state: Mutex<State>

    private static let interval = Duration.milliseconds(200)

    /// - Parameter sizes: Bytes of each input; nil where one cannot be known.
    init(_ console: Console, sizes: [Int64?]) {
        self.console = console
        totalBytes = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        state = Mutex(State(bytes: Array(repeating: 0, count: sizes.count)))
    }

    /// - Parameters:
    ///   - bytes: Bytes of the input's file taken so far.
    ///   - lines: Lines read since the last call.
    func advance(input: Int, bytes: Int64, lines: Int) {
        guard console.showsProgress else { return }
        let now = ContinuousClock.now
        let shown: (bytes: Int64, lines: Int)? = state.withLock { state in
            state.bytes[input] = bytes
            state.lines += lines
            if let last = state.lastShown, now - last < Progress.interval { return nil }
            state.lastShown = now
            return (state.bytes.reduce(0, +), state.lines)
        }
        if let shown { console.progress(texts(bytes: shown.bytes, lines: shown.lines, elapsed: now - start)) }
    }

    /// The longest first.
    private func texts(bytes: Int64, lines: Int, elapsed: Duration) -> [String] {
        let seconds = max(elapsed / .seconds(1), 0.001)
        let rate = Figures.grouped(Int(Double(lines) / seconds))
        guard let totalBytes, totalBytes > 0 else {
            let read = "\(Progress.size(bytes)) read"
            return ["\(read), \(rate) lines/s", read]
        }
        // A log that is still written to can give more than it had when it was opened.
        let bytesLeft = Double(max(0, totalBytes - bytes))
        let left = bytes > 0 ? Int((seconds * bytesLeft / Double(bytes)).rounded(.up)) : 0
        let clock = "\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
        let read = "\(Progress.size(bytes)) of \(Progress.size(totalBytes))"
        return ["\(read), \(rate) lines/s, \(clock) left", "\(read), \(clock) left", "\(clock) left"]
    }

    /// `12.3 MB`
    private static func size(_ bytes: Int64) -> String {
        let tenths = Int((Double(bytes) / 100_000).rounded())
        return "\(Figures.grouped(tenths / 10)).\(tenths % 10) MB"
    }
}
