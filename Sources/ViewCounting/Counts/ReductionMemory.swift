/// The memory in which one day after the other is reduced: 16 bytes for each click of the largest.
///
/// Clicks become views and views become minutes where they lie, so that a day needs nothing beside its clicks.
struct ReductionMemory: ~Copyable {
    private var bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    init() {}

    deinit {
        bytes.deallocate()
    }

    /// Room for so many clicks, with nothing in it; what was given before is no longer valid.
    mutating func clicks(_ count: Int) -> UnsafeMutableBufferPointer<Click> {
        let wanted = count * MemoryLayout<Click>.stride
        if wanted > bytes.count {
            bytes.deallocate()
            bytes = .allocate(byteCount: wanted, alignment: MemoryLayout<Click>.alignment)
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
