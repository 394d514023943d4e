import LogReading

/// A line that only its target, its client and its agent can still keep from being a click; or one that is none, and has to be
/// counted for the article that it asks for.
///
/// What only few formats have stands beside it in the batch: a candidate fills little more than a cache line.
struct Candidate {
    /// The bytes by which its target is remembered.
    var key: ByteView
    var client: ByteView
    /// Empty where the line has no such field.
    var agent: ByteView
    /// Half of the key's hash.
    var tag: UInt32
    /// The number of the verdict on a line that is no click by its method or status; none for others.
    var verdict = VerdictNumbers.none
    /// What the key is remembered as, once it is known.
    var target = TargetMemo.Answer.none
    /// Seconds since 1970 UTC.
    var second: UInt32
    /// Index of the local day in the source's tally.
    var day: Int32
    var agentForm: AgentForm
    /// Once it is known.
    var outcome = Outcome.otherPage
    /// Whether the batch has an `Extra` of it.
    var hasExtra = false

    enum AgentForm {
        case none, plain
        /// Its escapes are still to be undone.
        case quoted
    }

    @inline(__always)
    var canBeClick: Bool { verdict == VerdictNumbers.none }

    /// What usual lines do not have.
    struct Extra {
        /// Nil where the line has no such field.
        var host: ByteView?
        var further: LoggedRequest.Further?

        /// What its visitor is told by, where that is not client and agent.
        var session: ByteView? {
            guard let session = further?.session, !session.isMissing else { return nil }
            return session
        }
    }
}

/// Candidates that are looked up together, so that they wait for memory together and not one after the other.
struct CandidateBatch: ~Copyable {
    private(set) var count = 0
    private let candidates: UnsafeMutablePointer<Candidate>
    /// In the places of their candidates.
    private let extras: UnsafeMutablePointer<Candidate.Extra>

    /// From 16 on, more gains nothing.
    static let capacity = 32
    /// Places of a batch's candidates, `capacity` of them.
    typealias Places = InlineArray<32, Int>

    init() {
        candidates = .allocate(capacity: CandidateBatch.capacity)
        extras = .allocate(capacity: CandidateBatch.capacity)
    }

    deinit {
        candidates.deallocate()
        extras.deallocate()
    }

    var isFull: Bool { count == CandidateBatch.capacity }

    @inline(__always)
    mutating func append(_ candidate: Candidate) {
        precondition(count < CandidateBatch.capacity, "a full batch is settled before the next candidate comes")
        (candidates + count).initialize(to: candidate)
        count += 1
    }

    @inline(__always)
    mutating func append(_ candidate: Candidate, _ extra: Candidate.Extra) {
        append(candidate)
        candidates[count - 1].hasExtra = true
        (extras + (count - 1)).initialize(to: extra)
    }

    subscript(index: Int) -> Candidate {
        @inline(__always) unsafeAddress {
            precondition(index >= 0 && index < count, "no such candidate")
            return UnsafePointer(candidates + index)
        }
        @inline(__always) nonmutating unsafeMutableAddress {
            precondition(index >= 0 && index < count, "no such candidate")
            return candidates + index
        }
    }

    /// What else is known of a candidate; nil where nothing is.
    @inline(__always)
    func extra(_ index: Int) -> Candidate.Extra? { self[index].hasExtra ? extras[index] : nil }

    mutating func removeAll() {
        count = 0
    }
}
