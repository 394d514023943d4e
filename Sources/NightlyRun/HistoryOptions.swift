/// Where a command finds the history and the site's settings; nil where the profile or a default decides.
public struct HistoryOptions: Sendable {
    public var profile: String?
    /// The file of the history.
    public var history: String?
    /// The folder of the reports.
    public var reports: String?
    /// Rows that `rank` prints; charts go by the profile's `top` all the same.
    public var top: Int?
    /// The time to take for now, seconds since 1970 UTC; nil for the clock's.
    public var now: Int64?

    public init() {}

    var processOptions: ProcessOptions {
        var options = ProcessOptions()
        options.profile = profile
        options.history = history
        options.reports = reports
        options.now = now
        return options
    }
}
