import CGlibc
import Glibc
import ViewCounting

/// The folder that holds all reports: one folder per day, `index.md`, and `latest`.
///
/// A day's folder appears whole or not at all, and a failed write leaves the old one untouched. The folder takes one
/// writer at a time: write to it in `whileLocked`. What else lies in it is left alone.
public struct ReportFolder: Sendable {
    /// Without slashes at its end.
    public let path: String
    /// Swaps two names in one step; 0 or the `errno`.
    let exchange: @Sendable (String, String) -> CInt

    public init(path: String) {
        self.init(path: path) { cglibc_exchange($0, $1) == 0 ? 0 : errno }
    }

    init(path: String, exchange: @escaping @Sendable (String, String) -> CInt) {
        let trimmed = path.reversed().drop { $0 == "/" }.reversed()
        self.path = trimmed.isEmpty ? (path.isEmpty ? "." : "/") : String(trimmed)
        self.exchange = exchange
    }

    /// Makes the folder where it is missing, and clears away what a killed run left behind.
    ///
    /// Call it once at the start of a run, in `whileLocked`: what another run is writing would be taken for left behind.
    public func prepare() throws(ReportError) {
        try Disk.makeFolders(path)
        for name in try Disk.names(in: path) {
            guard let leftover = Leftover(name: name) else { continue }
            if leftover.isAway, try Disk.kind(of: place(leftover.owner)) == .nothing {
                try Disk.rename(place(name), to: place(leftover.owner))
            } else {
                Disk.remove(place(name))
            }
        }
    }

    /// Whether there is something for `prepare` to clear away; what another run is writing looks the same.
    public func hasLeftovers() -> Bool {
        ((try? Disk.names(in: path)) ?? []).contains { Leftover(name: $0) != nil }
    }

    func place(_ name: String) -> String { "\(path)/\(name)" }

    /// The folder of a day.
    func place(_ day: CalendarDay) -> String { place(day.description) }

    /// Makes something under a hidden name that nobody has yet, and returns its path.
    ///
    /// - Parameter make: False where the name is taken.
    func makeTemporary(
        for owner: String, _ make: (String) throws(ReportError) -> Bool
    ) throws(ReportError) -> String {
        for attempt in 0..<ReportFolder.maximumAttempts {
            let candidate = place(Leftover.name(of: owner, attempt: attempt))
            if try make(candidate) { return candidate }
        }
        throw ReportError(cannot: "find a free name in", path, code: EEXIST)
    }

    private static let maximumAttempts = 1000
    static let indexName = "index.md"
    static let latestName = "latest"
}
