import Foundation
public import ViewCounting

/// What `accessrank process` was asked to do; nil and empty where the profile or a default decides.
public struct ProcessOptions: Sendable {
    /// Paths of logs, `-` for standard input.
    public var logs: [String] = []
    public var profile: String?
    /// Paths of the newsroom's catalogue, in place of the profile's.
    public var catalog: [String] = []
    public var format: String?
    public var timezone: String?
    public var reports: String?
    public var top: Int?
    /// The first and the last day that is reported; all lines are counted all the same.
    public var from: CalendarDay?
    public var to: CalendarDay?
    /// Threads, 1 or more.
    public var jobs: Int?
    /// The start of the run, seconds since 1970 UTC; nil for the clock's.
    public var now: Int64?
    /// Where the summary goes, `-` for standard output.
    public var summary: String?
    /// Where the lines go that could not be read, `-` for standard output.
    public var rejects: String?
    public var allowDamaged = false
    /// The file of the history, in place of the profile's.
    public var history: String?
    /// Count these logs alone, and keep nothing.
    public var noHistory = false
    public var replace = false
    /// Read all logs, also those whose files are as they were when they were counted.
    public var verify = false
    public var quiet = false

    public init() {}
}

extension ProcessOptions {
    /// Those that were asked for, else one for each core.
    public var threads: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
