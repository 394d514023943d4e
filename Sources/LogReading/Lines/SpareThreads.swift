import Synchronization

/// Threads that have no log of their own: each may read ahead for a log that another one counts.
public final class SpareThreads: Sendable {
    private let count: Atomic<Int>

    public init(_ count: Int = 0) {
        self.count = Atomic(count)
    }

    /// One more has nothing to do.
    public func add() { count.add(1, ordering: .relaxed) }

    /// Takes one; false where there is none.
    func take() -> Bool {
        var known = count.load(ordering: .relaxed)
        while known > 0 {
            let (isTaken, original) = count.compareExchange(expected: known, desired: known - 1, ordering: .relaxed)
            if isTaken { return true }
            known = original
        }
        return false
    }
}
