/// How numbers are written: without a locale, the same on every machine.
public enum Figures {
    /// `1,234,567`.
    public static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % groupLength == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A difference: `+1,204`, `-12`, `0`.
    static func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + grouped(number) }

    /// `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`, `1,002nd`.
    static func ordinal(_ number: Int) -> String {
        let isTeen = number / 10 % 10 == 1
        let ending =
            switch number % 10 {
            case 1 where !isTeen: "st"
            case 2 where !isTeen: "nd"
            case 3 where !isTeen: "rd"
            default: "th"
            }
        return grouped(number) + ending
    }

    /// `1 line`, `2 lines`.
    public static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(grouped(number)) \(number == 1 ? one : many)"
    }

    /// A share with 6 decimals, half rounded up: `0.333333`; 0 of nothing.
    static func share(_ part: Int, of whole: Int) -> String {
        decimal(millionths(part, of: whole), places: shareDecimals)
    }

    /// The same in millionths.
    static func millionths(_ part: Int, of whole: Int) -> Int { rounded(part, of: whole, in: millionths) }

    /// A share for people, with one decimal: `33.3%`.
    public static func percentage(_ part: Int, of whole: Int) -> String {
        decimal(rounded(part, of: whole, in: thousandths), places: 1) + "%"
    }

    /// A number from 0 to 1, half rounded up: `0.8317`.
    static func fraction(_ value: Double, places: Int) -> String {
        let units = (0..<places).reduce(1) { units, _ in units * 10 }
        return decimal(Int((min(max(value, 0), 1) * Double(units)).rounded()), places: places)
    }

    /// `part / whole` in units of `1 / units`, half rounded up, by integer arithmetic.
    ///
    /// - Precondition: Neither is negative: they count views.
    private static func rounded(_ part: Int, of whole: Int, in units: UInt64) -> Int {
        precondition(part >= 0 && whole >= part, "a share is of views, and of no more views than there are")
        guard whole > 0 else { return 0 }
        // In 64 bits where they hold it, which is nearly always: a division of 128 takes four times as long.
        if whole <= mostNarrow {
            return Int((2 * UInt64(part) * units + UInt64(whole)) / (2 * UInt64(whole)))
        }
        return Int((2 * UInt128(part) * UInt128(units) + UInt128(whole)) / (2 * UInt128(whole)))
    }

    private static func decimal(_ scaled: Int, places: Int) -> String {
        let digits = String(scaled)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// Twice so many times `millionths` are held by 64 bits.
    private static let mostNarrow = 1 << 40
    private static let groupLength = 3
    private static let shareDecimals = 6
    private static let millionths: UInt64 = 1_000_000
    private static let thousandths: UInt64 = 1000
}
