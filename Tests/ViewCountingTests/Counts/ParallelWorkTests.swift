import Glibc
import Synchronization
import Testing
import ViewCounting

@Suite("Work on several threads")
struct ParallelWorkTests {
    @Test("Results come in the order of the workers, each of whom works once", arguments: [1, 2, 3, 4, 17, 100])
    func order(workers: Int) {
        let calls = Mutex<[Int]>([])
        let results = inParallel(workers: workers) { worker in
            calls.withLock { $0.append(worker) }
            return worker * worker
        }
        #expect(results == (0..<workers).map { $0 * $0 })
        #expect(calls.withLock { $0.sorted() } == Array(0..<workers))
    }

    @Test("One worker works on the caller's thread")
    func oneWorker() {
        let caller = pthread_self()
        #expect(inParallel(workers: 1) { _ in pthread_self() } == [caller])
    }
}
