import ArticleRanking
import LogReading
import ViewCounting

/// The articles of a day in the order of their keys, as numbers of places, with what was counted of each.
///
/// Format 2: their number; then of each by how much the number of its place is more than the one before it (the first:
/// its number) as a signed number, its views, visitors and raw clicks. Format 1 had names in place of numbers.
enum ArticlesBlob {
    static let format: UInt8 = 2

    /// What was counted of the article that has a place.
    struct Row: Hashable {
        var place: UInt32
        var views: UInt32
        var visitors: UInt32
        var rawClicks: UInt32
    }

    static func encode(_ rows: some Collection<Row>) -> BlobWriter {
        var writer = BlobWriter(format: format)
        writer.append(count: rows.count)
        var previous: UInt32 = 0
        for row in rows {
            writer.append(signed: Int64(row.place) - Int64(previous))
            writer.append(varint: UInt64(row.views))
            writer.append(varint: UInt64(row.visitors))
            writer.append(varint: UInt64(row.rawClicks))
            previous = row.place
        }
        return writer
    }

    /// - Returns: Rows of numbers that may stand for no place; of keys that may be out of order.
    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> [Row] {
        var reader = try BlobReader(bytes, format: format)
        let count = try reader.count(bytesEach: 4)
        var rows: [Row] = []
        rows.reserveCapacity(count)
        var place: Int64 = 0
        for _ in 0..<count {
            let step = place.addingReportingOverflow(try reader.signed())
            guard !step.overflow, let number = UInt32(exactly: step.partialValue) else {
                throw DamagedBlob(reason: "has an impossible place")
            }
            place = step.partialValue
            rows.append(
                Row(
                    place: number, views: try reader.uint32(), visitors: try reader.uint32(),
                    rawClicks: try reader.uint32()))
        }
        try reader.expectEnd()
        return rows
    }
}
