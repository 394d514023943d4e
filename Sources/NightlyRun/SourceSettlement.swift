import LogReading
import ViewCounting

/// What becomes of each input: whether it counts, or is a copy or the beginning of another.
///
/// An input whose content is where another's begins is not counted beside it: the longest counts. Contents are compared
/// by their checksums and, where a short rest is left, byte by byte.
struct SourceSettlement {
    enum State: String, Sendable {
        case counted
        case damaged
        /// Another input has the same content, and counts.
        case sameContent = "same-content"
        /// Another input has the same content and more, and counts.
        case superseded
    }

    /// By number of the input.
    private(set) var states: [State]
    /// The inputs whose lines count, by number.
    private(set) var counted: Set<Int> = []

    /// - Parameter sources: By number of the input; those that gave no counts are missing.
    init(
        _ inputs: [LogInput], readings: [MapStep.Reading], sources: [Int: SourceCounts]
    ) throws(LogReadError) {
        states = readings.map { reading in
            if case .whole = reading { .counted } else { .damaged }
        }
        let candidates = sources.keys.filter { (sources[$0]?.identity.length ?? 0) > 0 }
        // The longest first; of equal ones an undamaged one, then the first that was named.
        let ordered = candidates.sorted { left, right in
            let (leftLength, rightLength) = (sources[left]?.identity.length ?? 0, sources[right]?.identity.length ?? 0)
            if leftLength != rightLength { return leftLength > rightLength }
            let (leftDamaged, rightDamaged) = (states[left] == .damaged, states[right] == .damaged)
            return leftDamaged == rightDamaged ? left < right : rightDamaged
        }
        for number in ordered {
            guard let identity = sources[number]?.identity else { continue }
            if let whole = try SourceSettlement.whole(of: identity, among: counted, inputs, sources) {
                states[number] = sources[whole]?.identity.length == identity.length ? .sameContent : .superseded
            } else {
                counted.insert(number)
            }
        }
        counted.formUnion(sources.keys.filter { sources[$0]?.identity.length == 0 })
    }

    /// The input that holds all of the content, if there is one.
    private static func whole(
        of identity: ContentIdentity, among counted: Set<Int>, _ inputs: [LogInput], _ sources: [Int: SourceCounts]
    ) throws(LogReadError) -> Int? {
        for number in counted.sorted() {
            switch sources[number]?.identity.prefixVerdict(of: identity) {
            case nil, .no: continue
            case .yes: return number
            case .tailDecides:
                try inputs[number].rewind()
                let block = try LogStream(inputs[number]).block(identity.blockChecksums.count)
                if block.starts(with: identity.tail) { return number }
            }
        }
        return nil
    }
}
