import ViewCounting

/// Robots' lines of one source and day by page, as histories up to version 2 have them.
///
/// Format 1: the number of pages; of each, in order, by how much its number is more than the one before it (the first:
/// its number), and the lines.
enum RobotLinesBlob {
    static let format: UInt8 = 1

    /// - Parameter pages: How many pages the page table has.
    static func decode(_ bytes: UnsafeRawBufferPointer, pages: Int) throws(DamagedBlob) -> [UInt32: Int] {
        var reader = try BlobReader(bytes, format: format)
        let count = try reader.count(bytesEach: 2)
        var lines: [UInt32: Int] = [:]
        lines.reserveCapacity(count)
        var page: UInt64 = 0
        for index in 0..<count {
            let step = try reader.uint32()
            guard index == 0 || step > 0 else { throw DamagedBlob(reason: "has a page twice") }
            page += UInt64(step)
            guard page < UInt64(pages) else { throw DamagedBlob(reason: "has lines of page \(page) of \(pages)") }
            lines[UInt32(page)] = try reader.quantity()
        }
        try reader.expectEnd()
        return lines
    }
}
