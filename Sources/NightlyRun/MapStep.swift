import History
import LogReading
import Synchronization
import ViewCounting

/// The map step: every log read and counted, several at a time.
struct MapStep {
    /// What reading a log came to.
    enum Reading: Sendable {
        case whole
        /// Damaged, or changed while it was read; the lines before the damage were counted if that was allowed.
        case damaged(LogReadError, salvaged: Bool)
        /// Its file is as it was when its content was counted.
        case unread
    }

    /// What is kept of the lines themselves.
    enum Keeping: Sendable {
        case nothing
        /// Those that could not be read, as they were.
        case rejects
        /// What a second look at each of them tells.
        case examinations
    }

    private(set) var workers: [WorkerCounts]
    /// By number of the input.
    let readings: [Reading]
    /// The lines that could not be read, by number of the input; none unless they are asked for.
    let rejected: [Int: RejectedLines]
    /// By number of the input; none unless they are asked for.
    let examinations: [Int: LogExamination]

    /// - Parameter unread: Numbers of the inputs that are not to be read.
    /// - Throws: `RunError` where the system failed while a log was read: nothing can be said then.
    init(
        _ inputs: [LogInput], unread: Set<Int> = [], rules: CountingRules, past: HistoryState, layout: LogLayout?,
        jobs: Int, allowDamaged: Bool, keeping: Keeping = .nothing, progress: Progress
    ) throws(RunError) {
        let queue = InputQueue(inputs, without: unread, jobs: jobs)
        let results = inParallel(workers: min(jobs, inputs.count - unread.count)) { _ -> Worker in
            var counter = SourceCounter(rules, keys: past.keys)
            var worker = Worker()
            while let number = queue.next() {
                var kept = Kept()
                let reading = MapStep.read(
                    inputs[number], as: number, helpedBy: queue.spareThreads, with: &counter, rules: rules,
                    keeping: keeping, into: &kept, known: past.known, layout: layout, allowDamaged: allowDamaged,
                    progress: progress)
                if case .failure = reading { queue.stop() }
                worker.attempts[number] = reading
                worker.kept[number] = kept
            }
            worker.counts = counter.finish()
            return worker
        }
        var readings = inputs.indices.map { unread.contains($0) ? Reading.unread : .whole }
        for (number, attempt) in results.flatMap(\.attempts).sorted(by: { $0.key < $1.key }) {
            switch attempt {
            case .success(let reading): readings[number] = reading
            case .failure(let error): throw RunError(.io, "\(error)")
            }
        }
        workers = results.compactMap(\.counts)
        self.readings = readings
        let kept = results.reduce(into: [Int: Kept]()) { $0.merge($1.kept) { first, _ in first } }
        rejected = kept.compactMapValues(\.rejected)
        examinations = kept.compactMapValues(\.examination)
    }

    /// Lets go of all that was counted; readings and rejected lines stay.
    mutating func forgetCounts() { workers = [] }

    /// What one thread brings.
    private struct Worker: Sendable {
        var counts: WorkerCounts?
        var attempts: [Int: Attempt] = [:]
        var kept: [Int: Kept] = [:]
    }

    /// What is kept of one log's lines; nothing where its reading failed.
    private struct Kept: Sendable {
        var rejected: RejectedLines?
        var examination: LogExamination?
    }

    private typealias Attempt = Result<Reading, LogReadError>

    private static func read(
        _ input: LogInput, as number: Int, helpedBy spareThreads: SpareThreads, with counter: inout SourceCounter,
        rules: CountingRules, keeping: Keeping, into kept: inout Kept, known: KnownContents, layout: LogLayout?,
        allowDamaged: Bool, progress: Progress
    ) -> Attempt {
        func count(_ stream: LogStream, isCut: Bool) throws(LogReadError) {
            func advance(_ lines: Int) { progress.advance(input: number, bytes: input.offset, lines: lines) }
            switch keeping {
            case .nothing:
                try counter.count(
                    stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, progress: advance)
            case .rejects:
                var lines = RejectedLines(name: input.name)
                try counter.count(
                    stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, rejecting: &lines,
                    progress: advance)
                kept.rejected = lines
            case .examinations:
                var examiner = LogExaminer(rules)
                try counter.count(
                    stream, as: number, layout: layout, isCut: isCut, helpedBy: spareThreads, examining: &examiner,
                    progress: advance)
                kept.examination = examiner.examination
            }
        }
        do throws(LogReadError) {
            do throws(LogReadError) {
                try count(LogStream(input, known: known), isCut: false)
                return .success(.whole)
            } catch {
                guard case .damaged(_, _, _, let goodBytes) = error else { throw error }
                // A log that is still being written looks cut; that it grows says more.
                try input.checkUnchanged()
                guard allowDamaged else { return .success(.damaged(error, salvaged: false)) }
                try input.rewind()
                try count(LogStream(input, limit: goodBytes, known: known), isCut: true)
                return .success(.damaged(error, salvaged: true))
            }
        } catch {
            if case .changed = error { return .success(.damaged(error, salvaged: false)) }
            return .failure(error)
        }
    }
}

/// The inputs that no worker has taken yet: the largest first, so that none is left for the end.
private final class InputQueue: Sendable {
    /// They have no input of their own.
    let spareThreads: SpareThreads
    private let waiting: Mutex<[Int]>

    init(_ inputs: [LogInput], without unread: Set<Int>, jobs: Int) {
        let bySize = inputs.indices.filter { !unread.contains($0) }.sorted {
            (inputs[$0].sizeInBytes ?? .max, $1) < (inputs[$1].sizeInBytes ?? .max, $0)
        }
        spareThreads = SpareThreads(max(jobs - bySize.count, 0))
        waiting = Mutex(bySize)
    }

    /// Nil where none is left: who asks is a spare thread from then on.
    func next() -> Int? {
        let number = waiting.withLock { $0.popLast() }
        if number == nil { spareThreads.add() }
        return number
    }

    func stop() { waiting.withLock { $0.removeAll() } }
}
