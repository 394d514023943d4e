import LogReading
import ViewCounting

/// What becomes of each input: whether it counts, or is a copy or the beginning of another, of this run or an earlier one.
///
/// An input whose content is where another's begins is not counted beside it: the longest counts. Contents of this run
/// are compared by their checksums and, where a short rest is left, byte by byte; those of earlier runs by digests.
struct SourceSettlement {
    enum State: String, Sendable {
        case counted
        case damaged
        /// It was written to while it was read.
        case changed
        /// Another input has the same content, and counts.
        case sameContent = "same-content"
        /// Another input has the same content and more, and counts.
        case superseded
    }

    /// By number of the input.
    private(set) var states: [State]
    /// The inputs whose lines count, by number.
    private(set) var counted: Set<Int> = []
    /// Sources of the history that count no more, because a counted input has their content and more.
    private(set) var replaced: Set<Int64> = []
    /// By number of the input, who counts with all of its content and no more; missing where nobody does.
    private(set) var holders: [Int: Holder] = [:]

    enum Holder {
        /// An input of this run, itself too.
        case input(Int)
        /// A source of the history.
        case source(Int64)
    }

    /// - Parameters:
    ///   - sources: By number of the input; those that gave no counts are missing.
    ///   - known: What the history has counted.
    ///   - unread: By number of the input, the source of the history that has its content.
    init(
        _ inputs: [LogInput], readings: [MapStep.Reading], sources: [Int: SourceCounts], known: KnownContents,
        unread: [Int: Int64] = [:]
    ) throws(LogReadError) {
        states = readings.map(\.state)
        let candidates = sources.keys.filter { (sources[$0]?.identity.length ?? 0) > 0 }
        // The longest first; of equal ones an undamaged one, then the first that was named.
        let ordered = candidates.sorted { left, right in
            let (leftLength, rightLength) = (sources[left]?.identity.length ?? 0, sources[right]?.identity.length ?? 0)
            if leftLength != rightLength { return leftLength > rightLength }
            let (leftDamaged, rightDamaged) = (states[left] == .damaged, states[right] == .damaged)
            return leftDamaged == rightDamaged ? left < right : rightDamaged
        }
        for number in ordered {
            guard let source = sources[number] else { continue }
            if let whole = try SourceSettlement.whole(of: source.identity, among: counted, inputs, sources) {
                let isSame = sources[whole]?.identity.length == source.identity.length
                states[number] = isSame ? .sameContent : .superseded
                if isSame { holders[number] = .input(whole) }
            } else if let whole = known.whole(of: source.record) {
                states[number] = whole.isSame ? .sameContent : .superseded
                if whole.isSame { holders[number] = .source(whole.number) }
            } else {
                counted.insert(number)
                holders[number] = .input(number)
                replaced.formUnion(source.knownBeginnings)
            }
        }
        counted.formUnion(sources.keys.filter { sources[$0]?.identity.length == 0 })
        for (number, source) in unread { states[number] = replaced.contains(source) ? .superseded : .sameContent }
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

extension MapStep.Reading {
    fileprivate var state: SourceSettlement.State {
        switch self {
        case .whole, .unread: .counted
        case .damaged(.changed, _): .changed
        case .damaged: .damaged
        }
    }
}
