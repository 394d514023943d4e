/// What a rise must have to be told.
public struct TrendRules: Hashable, Sendable {
    /// Views in the window.
    public var leastViews = 30
    /// Views in one of the window's slots of ten minutes: one reader, whose clicks within 30 seconds count once, makes 20 at
    /// the most.
    public var leastSlotViews = 25
    /// The times that are certain.
    public var leastTimes = 2.7
    /// How far a forecast can be trusted, however many views it is made of: the shape of its error's gamma distribution.
    public var forecastShape = 50.0
    /// The same of an article in its first day: how fast interest fades is another matter with each.
    public var youngForecastShape = 8.0

    /// Past weeks from which on an article has a usual hour.
    static let fewestWeeks = 2

    public init() {}
}
