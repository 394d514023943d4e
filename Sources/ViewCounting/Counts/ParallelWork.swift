import Dispatch
import Synchronization

/// Does the same work on several threads and gives the results in the order of the workers' numbers.
///
/// - Parameter body: Is called once for each of `0..<workers`, concurrently; with one worker on the caller's thread.
public func inParallel<Result: Sendable>(workers: Int, _ body: @Sendable (_ worker: Int) -> Result) -> [Result] {
    if workers == 1 { return [body(0)] }
    let results = Mutex([Result?](repeating: nil, count: workers))
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
        let result = body(worker)
        results.withLock { $0[worker] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
}
