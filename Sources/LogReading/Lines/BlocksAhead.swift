import Dispatch
import Glibc
import Synchronization

/// Blocks that a thread of their own reads ahead, for where a processor has nothing else to do: one big file on two of them, or the last
/// of several.
///
/// A ring of slots goes round between the two threads, of 256 KiB each, so that waking the other one is little beside filling it.
final class BlocksAhead: ContentBlocks {
    private let ring: Ring
    private var slot = 0
    /// Bytes of the slot that were given.
    private var given = 0
    /// Nil before the first slot has come.
    private var filling: Ring.Filling?

    /// - Parameter stream: May have been read from; is used by the other thread alone until the last block has come, or an error.
    /// - Returns: Nil where the system gives no thread.
    init?(_ stream: LogStream) {
        ring = Ring(stream)
        guard ring.begin() else { return nil }
    }

    deinit {
        ring.stop()
    }

    func next(behind carried: ByteView?) throws(LogReadError) -> ByteView {
        var current = filling ?? ring.takeFilled(slot)
        if filling == nil {
            if let carried { carried.move(to: ring.start(of: slot) - carried.count) }
        } else if given == current.count, !current.isLast {
            // The slot goes back only when what is carried over has left it.
            slot = (slot + 1) % Ring.slots
            current = ring.takeFilled(slot)
            if let carried { carried.move(to: ring.start(of: slot) - carried.count) }
            ring.giveBack()
            given = 0
        }
        filling = current
        let count = min(ContentIdentity.blockBytes, current.count - given)
        if count < ContentIdentity.blockBytes, let failure = current.failure { throw failure }
        let carriedBytes = carried?.count ?? 0
        let start = ring.start(of: slot) + given - carriedBytes
        given += count
        return ByteView(base: start, count: carriedBytes + count)
    }
}

/// The slots, and who has which.
private final class Ring: @unchecked Sendable {
    // @unchecked: a slot and its filling belong to one thread at a time; the semaphores hand them over, and the stream with the last.

    /// What of a slot is content.
    struct Filling {
        var count = 0
        /// What ended the log behind these bytes; nil at its end.
        var failure: LogReadError?
        var isLast = false
    }

    static let slots = 4
    private static let slotBytes = 4 * ContentIdentity.blockBytes
    private static let strideBytes = LineBlockReader.maximumLineBytes + slotBytes

    private let stream: LogStream
    private let bytes: UnsafeMutablePointer<UInt8>
    private let fillings: UnsafeMutablePointer<Filling>
    /// Both begin with 0, since a semaphore must not go with less than it began with.
    private let empty = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let isStopped = Atomic(false)

    init(_ stream: LogStream) {
        self.stream = stream
        bytes = .allocate(capacity: Ring.slots * Ring.strideBytes)
        fillings = .allocate(capacity: Ring.slots)
        fillings.initialize(repeating: Filling(), count: Ring.slots)
        for _ in 0..<Ring.slots { empty.signal() }
    }

    deinit {
        fillings.deinitialize(count: Ring.slots)
        fillings.deallocate()
        bytes.deallocate()
    }

    /// Where the content of a slot begins, behind room for what is carried over.
    func start(of slot: Int) -> UnsafeMutablePointer<UInt8> {
        bytes + slot * Ring.strideBytes + LineBlockReader.maximumLineBytes
    }

    // MARK: The thread that fills

    /// Starts it; false where the system gives no thread.
    func begin() -> Bool {
        var thread = pthread_t()
        let ring = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { ring in
                if let ring { Unmanaged<Ring>.fromOpaque(ring).takeRetainedValue().fill() }
                return nil
            }, ring.toOpaque())
        if status == 0 { pthread_detach(thread) } else { ring.release() }
        return status == 0
    }

    private func fill() {
        var slot = 0
        while true {
            empty.wait()
            if isStopped.load(ordering: .acquiring) { return }
            let filling = filling(of: slot)
            fillings[slot] = filling
            filled.signal()
            if filling.isLast { return }
            slot = (slot + 1) % Ring.slots
        }
    }

    private func filling(of slot: Int) -> Filling {
        var filling = Filling()
        do throws(LogReadError) {
            while filling.count < Ring.slotBytes {
                let count = try stream.read(
                    into: UnsafeMutableRawBufferPointer(
                        start: start(of: slot) + filling.count, count: ContentIdentity.blockBytes))
                filling.count += count
                if count < ContentIdentity.blockBytes {
                    filling.isLast = true
                    break
                }
            }
        } catch {
            filling.failure = error
            filling.isLast = true
        }
        return filling
    }

    // MARK: The thread that reads lines

    func takeFilled(_ slot: Int) -> Filling {
        filled.wait()
        return fillings[slot]
    }

    func giveBack() { empty.signal() }

    /// Nothing more is wanted.
    func stop() {
        isStopped.store(true, ordering: .releasing)
        empty.signal()
    }
}
