/// Why a run cannot go on: the message, what, where and remedy in one line, and the exit status.
struct RunError: Error {
    let status: ExitStatus
    let message: String

    init(_ status: ExitStatus, _ message: String) {
        self.status = status
        self.message = message
    }
}
