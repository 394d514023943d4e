import LogReading

/// What is kept of a source's content, to know it again (`ContentRecord`): no byte of it.
///
/// Format 1: length; after their counts the checksums of blocks (4 bytes each) and the digests of the first lines (8);
/// of the tail the digests of its lines, after their count, the bytes behind the last of them, and their digest (8).
enum ContentBlob {
    static let format: UInt8 = 1

    static func encode(_ record: ContentRecord) -> BlobWriter {
        var writer = BlobWriter(format: format)
        writer.append(varint: UInt64(max(0, record.length)))
        append(record.blockChecksums, to: &writer)
        append(record.firstLines, to: &writer)
        append(record.tail.lines, to: &writer)
        writer.append(count: record.tail.restBytes)
        writer.append(fixed: record.tail.restDigest)
        return writer
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> ContentRecord {
        var reader = try BlobReader(bytes, format: format)
        guard let length = Int64(exactly: try reader.varint()) else {
            throw DamagedBlob(reason: "has an impossible length")
        }
        let record = ContentRecord(
            length: length, blockChecksums: try reader.row(of: UInt32.self),
            firstLines: try reader.row(of: UInt64.self),
            tail: ContentRecord.Tail(
                lines: try reader.row(of: UInt64.self), restBytes: try reader.quantity(),
                restDigest: try reader.fixed(UInt64.self)))
        try reader.expectEnd()
        return record
    }

    private static func append(_ row: [some FixedWidthInteger], to writer: inout BlobWriter) {
        writer.append(count: row.count)
        for value in row { writer.append(fixed: value) }
    }
}
