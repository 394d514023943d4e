import Glibc

/// The memory in which one day after the other is reduced: 16 bytes for each click of the largest.
///
/// Clicks become views and views become minutes where they lie, so that a day needs nothing beside its clicks. Mapped, not
/// allocated: the system has it back when the last day is done, and not only what lies at the end of a heap.
struct ReductionMemory: ~Copyable {
    private var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    init() {}

    deinit {
        munmap(bytes.baseAddress, bytes.count)
    }

    /// Room for so many clicks, with nothing in it; what was given before is no longer valid.
    mutating func clicks(_ count: Int) -> UnsafeMutableBufferPointer<Click> {
        let wanted = count * MemoryLayout<Click>.stride
        if wanted > bytes.count {
            munmap(bytes.baseAddress, bytes.count)
            let start = mmap(nil, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            precondition(start != MAP_FAILED, "no memory is left for the clicks of a day")
            bytes = UnsafeMutableRawBufferPointer(start: start, count: wanted)
        }
        return UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]).bindMemory(to: Click.self)
    }
}

/// The views of a day, in no order that is promised, in the memory of the clicks that they were among.
struct DayViews {
    let views: UnsafeMutableBufferPointer<ViewTally.View>
    /// Behind the views, room for as many: a view takes half of what a click does.
    let spare: UnsafeMutableBufferPointer<ViewTally.View>

    /// The memory of the views, as room for as many numbers: what is written there goes over the views.
    func numbersOverViews() -> UnsafeMutableBufferPointer<UInt32> {
        UnsafeMutableBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(views).bindMemory(to: UInt32.self)[..<views.count])
    }
}
