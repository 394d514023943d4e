import LogReading
import ViewCounting

/// The lines of a day, of one source or of all (`DayLines`).
///
/// Format 1: lines by outcome (`AccountingBlob`); the earliest and the latest second since 1970 UTC (4 bytes each); the
/// minutes with a line, in words of 64 from 16 hours before the day's midnight in UTC on: how many words of zeros are
/// left out before, how many follow, and these (8 bytes each, the lowest bit first); the number of forms of log formats,
/// and of each, by name, its name and its lines.
enum LinesBlob {
    static let format: UInt8 = 1

    static func encode(_ lines: DayLines) -> BlobWriter {
        var writer = BlobWriter(format: format)
        AccountingBlob.append(lines.accounting, to: &writer)
        writer.append(fixed: lines.firstSecond)
        writer.append(fixed: lines.lastSecond)
        let words = lines.minutes.words
        let first = words.firstIndex { $0 != 0 } ?? 0
        let used = words[first..<((words.lastIndex { $0 != 0 } ?? first - 1) + 1)]
        writer.append(count: first)
        writer.append(count: used.count)
        for word in used { writer.append(fixed: word) }
        let formats = lines.formats.sorted { $0.key.rawValue.utf8.lexicographicallyPrecedes($1.key.rawValue.utf8) }
        writer.append(count: formats.count)
        for (format, count) in formats {
            writer.append(text: format.rawValue.utf8)
            writer.append(count: count)
        }
        return writer
    }

    static func decode(_ bytes: UnsafeRawBufferPointer, day: CalendarDay) throws(DamagedBlob) -> DayLines {
        var reader = try BlobReader(bytes, format: format)
        var lines = DayLines(
            accounting: try AccountingBlob.next(from: &reader), firstSecond: try reader.fixed(UInt32.self),
            lastSecond: try reader.fixed(UInt32.self), minutes: try minutes(from: &reader, day: day), formats: [:])
        for _ in 0..<(try reader.count(bytesEach: 2)) {
            let name = String(decoding: try reader.text(), as: UTF8.self)
            guard let format = LogFormat(rawValue: name) else {
                throw DamagedBlob(reason: "has lines of an unknown log format")
            }
            lines.formats[format] = try reader.quantity()
        }
        try reader.expectEnd()
        return lines
    }

    private static func minutes(from reader: inout BlobReader, day: CalendarDay) throws(DamagedBlob) -> MinuteSet {
        var words = MinuteSet(day: day).words
        let first = try reader.quantity()
        let used = try reader.row(of: UInt64.self)
        guard first + used.count <= words.count else { throw DamagedBlob(reason: "has minutes outside the day") }
        words.replaceSubrange(first..<first + used.count, with: used)
        guard let minutes = MinuteSet(day: day, words: words) else {
            throw DamagedBlob(reason: "has minutes outside the day")
        }
        return minutes
    }
}
