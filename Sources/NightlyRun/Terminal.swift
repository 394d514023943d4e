import Foundation

/// The terminal that an output may be, and what it can show.
struct Terminal: Sendable {
    let isThere: Bool
    /// A line can be cleared and written again.
    let canOverwrite: Bool
    /// It shows more than ASCII, as far as its user has said.
    let showsUTF8: Bool
    private let descriptor: CInt

    init(_ descriptor: CInt) {
        let environment = ProcessInfo.processInfo.environment
        self.descriptor = descriptor
        isThere = isatty(descriptor) == 1
        canOverwrite = environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false
        showsUTF8 = Terminal.isUTF8(environment)
    }

    static let standardOutput = Terminal(STDOUT_FILENO)
    static let standardError = Terminal(STDERR_FILENO)

    /// The first of these that is set has the say (POSIX: LC_ALL before LC_CTYPE before LANG); without any it is ASCII.
    ///
    /// Whether the locale is installed here does not matter: the terminal may be on another machine.
    private static func isUTF8(_ environment: [String: String]) -> Bool {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return ["utf-8", "utf8"].contains { locale.lowercased().contains($0) }
    }

    /// Columns; it may be made wider or narrower at any time.
    var width: Int {
        var size = winsize()
        if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return Terminal.usualWidth
    }

    private static let usualWidth = 80

    /// What is no terminal gets all text as it is.
    var needsASCII: Bool { isThere && !showsUTF8 }
}
