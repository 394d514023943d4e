import Foundation
import ViewCounting

/// Clicks of one source and day: 16 bytes each, in the order in which they came.
///
/// Format 1: visitor (8 bytes), page (4), second since 1970 UTC (4). Pages are numbered as in the page table beside it.
/// The bytes are those of `PageClick` in memory on every machine there is, so that reading is copying.
enum ClickRunBlob {
    static let format: UInt8 = 1
    static let clickBytes = 16

    /// - Parameter numbers: By number of a page in the clicks, its number in the page table beside them.
    static func encode(_ clicks: [ArraySlice<PageClick>], numbers: [UInt32]) -> Data {
        // Megabytes, which nobody has to fill with zeros first.
        let bytes = UnsafeMutableRawBufferPointer.allocate(
            byteCount: 1 + clicks.reduce(0) { $0 + $1.count } * clickBytes, alignment: clickBytes)
        bytes[0] = format
        var place = 1
        for piece in clicks {
            for click in piece {
                bytes.storeBytes(of: click.visitor.littleEndian, toByteOffset: place, as: UInt64.self)
                bytes.storeBytes(of: numbers[Int(click.page)].littleEndian, toByteOffset: place + 8, as: UInt32.self)
                bytes.storeBytes(of: click.second.littleEndian, toByteOffset: place + 12, as: UInt32.self)
                place += clickBytes
            }
        }
        guard let start = bytes.baseAddress else { preconditionFailure("the format is a byte") }
        return Data(bytesNoCopy: start, count: bytes.count, deallocator: .custom { start, _ in start.deallocate() })
    }

    /// - Parameter pages: How many pages the page table has.
    /// - Throws: Also where a click is on a page that the table does not have.
    static func decode(_ bytes: UnsafeRawBufferPointer, pages: Int) throws(DamagedBlob) -> [PageClick] {
        let records = try BlobReader(bytes, format: format).rest
        guard records.count % clickBytes == 0 else { throw .cut }
        let count = records.count / clickBytes
        var highest: UInt32 = 0
        let clicks = [PageClick](unsafeUninitializedCapacity: count) { clicks, initialized in
            for index in 0..<count {
                let place = index * clickBytes
                let page = UInt32(littleEndian: records.loadUnaligned(fromByteOffset: place + 8, as: UInt32.self))
                highest = max(highest, page)
                clicks.initializeElement(
                    at: index,
                    to: PageClick(
                        visitor: UInt64(littleEndian: records.loadUnaligned(fromByteOffset: place, as: UInt64.self)),
                        page: page,
                        second: UInt32(
                            littleEndian: records.loadUnaligned(fromByteOffset: place + 12, as: UInt32.self))))
            }
            initialized = count
        }
        guard clicks.isEmpty || Int(highest) < pages else {
            throw DamagedBlob(reason: "has a click on page \(highest) of \(pages)")
        }
        return clicks
    }

    /// The clicks in parts that each fit a blob: SQLite takes no row of a billion bytes, and of all that is written a few parts
    /// are in memory at a time.
    static func parts(of pieces: [[PageClick]], atMost limit: Int = maximumClicks) -> [[ArraySlice<PageClick>]] {
        var parts: [[ArraySlice<PageClick>]] = []
        var room = 0
        for piece in pieces {
            var rest = piece[...]
            while !rest.isEmpty {
                if room == 0 {
                    parts.append([])
                    room = limit
                }
                let taken = rest.prefix(room)
                parts[parts.count - 1].append(taken)
                room -= taken.count
                rest = rest.dropFirst(taken.count)
            }
        }
        return parts
    }

    /// One mebibyte.
    private static let maximumClicks = 1 << 16
}
