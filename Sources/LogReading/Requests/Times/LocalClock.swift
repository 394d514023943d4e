/// What instant a clock on the wall shows: for times that were logged without their zone.
public struct LocalClock: Sendable {
    private let instant: @Sendable (_ localSecond: Int64) -> Int64

    /// - Parameter instant: Seconds since 1970 UTC for seconds since 1970 by the wall; asked for whole minutes only. For a time that comes
    ///   twice or never in a year, whichever it decides on.
    public init(_ instant: @escaping @Sendable (_ localSecond: Int64) -> Int64) {
        self.instant = instant
    }

    public static let utc = LocalClock { $0 }

    /// - Parameter localMinute: Seconds since 1970 by the wall, at second 0 of a minute.
    func instant(ofMinute localMinute: Int64) -> Int64 { instant(localMinute) }
}
