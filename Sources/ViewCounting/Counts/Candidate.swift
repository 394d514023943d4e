import LogReading

/// A line that only its target, its client and its agent can still keep from being a click.
struct Candidate {
    // As in `LoggedRequest`: the small ones last, and the whole below 128 bytes.

    /// The bytes by which its target is remembered.
    var key: ByteView
    var client: ByteView
    /// Nil where the line has no such field.
    var agent: ByteView?
    /// Nil where the line has no such field.
    var host: ByteView?
    /// What only some formats have.
    var further: LoggedRequest.Further?
    /// Whether the agent's escapes are still to be undone.
    var isAgentQuoted: Bool
    /// Half of the key's hash.
    var tag: UInt32
    /// Its page, once it is known; nil for a target that is no article.
    var page: TargetMemo.Page?
    /// Seconds since 1970 UTC.
    var second: UInt32
    /// Index of the local day in the source's tally.
    var day: Int

    /// Whether its visitor is told by a session, and not by client and agent.
    @inline(__always)
    var hasSession: Bool {
        guard let session = further?.session else { return false }
        return !session.isMissing
    }
}

/// Candidates that are looked up together, so that they wait for memory together and not one after the other.
struct CandidateBatch: ~Copyable {
    private(set) var count = 0
    private let candidates: UnsafeMutablePointer<Candidate>

    /// From 16 on, more gains nothing.
    static let capacity = 32

    init() {
        candidates = .allocate(capacity: CandidateBatch.capacity)
    }

    deinit {
        candidates.deallocate()
    }

    var isFull: Bool { count == CandidateBatch.capacity }

    @inline(__always)
    mutating func append(_ candidate: Candidate) {
        precondition(count < CandidateBatch.capacity, "a full batch is settled before the next candidate comes")
        (candidates + count).initialize(to: candidate)
        count += 1
    }

    subscript(index: Int) -> Candidate {
        @inline(__always) get {
            precondition(index >= 0 && index < count, "no such candidate")
            return candidates[index]
        }
        @inline(__always) nonmutating set {
            precondition(index >= 0 && index < count, "no such candidate")
            candidates[index] = newValue
        }
    }

    mutating func removeAll() {
        count = 0
    }
}
