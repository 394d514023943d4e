/// How long a window is, or how far apart windows are, as a user writes it: `90m`, `24h`, `7d`.
///
/// A day is always 24 hours of 60 minutes here, also where the clock changes.
public struct WindowLength: Hashable, Sendable {
    /// 1 or more.
    public let minutes: Int

    public static let hour = WindowLength(minutes: 60)
    public static let threeHours = WindowLength(minutes: 180)
    public static let day = WindowLength(minutes: 1440)
    public static let week = WindowLength(minutes: 10_080)

    /// - Precondition: 1 to `maximumMinutes`.
    public init(minutes: Int) {
        precondition((1...WindowLength.maximumMinutes).contains(minutes), "a window has at least one minute")
        self.minutes = minutes
    }

    /// Reads a whole number with its unit; nil for anything else, for 0, and for more than ten years.
    public init?(_ text: String) {
        guard let letter = text.last, let unit = WindowLength.unitMinutes[letter],
            text.utf8.count <= WindowLength.longestText,
            text.utf8.dropLast().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(text.dropLast()), (1...WindowLength.maximumMinutes).contains(number * unit)
        else { return nil }
        minutes = number * unit
    }

    private static let unitMinutes: [Character: Int] = ["d": 1440, "h": 60, "m": 1]
    private static let longestText = 8
    /// Ten years.
    public static let maximumMinutes = 3660 * 1440
}

extension WindowLength: CustomStringConvertible {
    /// `24h`, `90m`: in hours where they are whole; 48 hours and more in days, where those are whole.
    public var description: String {
        if minutes % 1440 == 0, minutes > 1440 { return "\(minutes / 1440)d" }
        return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    }
}
