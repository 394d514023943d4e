/// How a time, or a part of one, is written.
///
/// The ranges are those of the common log format: years 1970 to 2105, hours 00-23, minutes and seconds 00-59, the instant
/// not before 1970 UTC. A fraction of a second is cut off.
public enum TimeForm: Hashable, Sendable {
    /// `17/May/2015:10:05:03 +0000`
    case commonLog
    /// `2015-05-17T10:05:03.25+09:00` (ISO 8601, RFC 3339): the fraction, the zone and its colon may be missing, a space may be
    /// the `T`, and `Z` the zone.
    case iso8601
    /// A count since 1970 UTC, perhaps with decimals: `1431857103.250`
    case epoch(EpochUnit)
    /// `2015-05-17`, of a time that has its clock in another field.
    case date
    /// `10:05:03`, perhaps with decimals.
    case timeOfDay
    /// What a pattern of strftime says, wholly or in part.
    case pattern(TimePattern)
}

/// What a number of an epoch counts.
public enum EpochUnit: Int64, Sendable {
    case seconds = 1
    case milliseconds = 1000
    case microseconds = 1_000_000
    case nanoseconds = 1_000_000_000
}
