import LogReading
import ViewCounting

/// The verdicts of lines in the order of outcomes and of the bytes of rules, each once.
struct VerdictPlaces {
    let ordered: [LineVerdict]
    /// Of each line the place of its verdict in `ordered`.
    let ofLines: [UInt32]

    /// - Complexity: A verdict is hashed by its text once for each copy of the text, and mostly all lines share one.
    init(of lines: [UncountedLines]) {
        var numbers: [LineVerdict: UInt32] = [:]
        var numbersOfCopies: [Copy: UInt32] = [:]
        let numbersOfLines = lines.indices.map { index in
            let copy = Copy(of: lines[index].verdict)
            if let known = numbersOfCopies[copy] { return known }
            let new = UInt32(numbers.count)
            let number = numbers[lines[index].verdict, default: new]
            if number == new { numbers[lines[index].verdict] = new }
            numbersOfCopies[copy] = number
            return number
        }
        let sorted = numbers.sorted {
            ($0.key.outcome.rawValue, $0.key.rule) < ($1.key.outcome.rawValue, $1.key.rule)
        }
        var places = Array(repeating: UInt32(0), count: sorted.count)
        for (place, verdict) in sorted.enumerated() { places[Int(verdict.value)] = UInt32(place) }
        ordered = sorted.map(\.key)
        ofLines = numbersOfLines.map { places[Int($0)] }
    }

    /// Where a verdict's rule lies in memory: two that lie at one place are the same, as long as both are held.
    private struct Copy: Hashable {
        let outcome: Int
        let address: UInt

        init(of verdict: LineVerdict) {
            outcome = verdict.outcome.rawValue
            address = verdict.rule.bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        }
    }
}
