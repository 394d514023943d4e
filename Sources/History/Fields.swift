import Foundation
import GRDB
import LogReading
import ViewCounting

/// A row that no version of accessrank has written.
struct DamagedRow: Error {
    /// The table, and the day and source of the row as far as they are known.
    let place: String
    let reason: String
}

/// A row's values, each checked: the file may have been damaged, or written by somebody else, and nothing in it may trap.
struct Fields {
    private let row: Row
    private let place: String

    /// - Parameters:
    ///   - table: The table.
    ///   - day, source: Those of the row, as far as they are known.
    init(_ row: Row, of table: String, day: CalendarDay? = nil, source: Int64? = nil) {
        self.row = row
        place = [table, day.map { "day \($0)" }, source.map { "source \($0)" }].compactMap { $0 }.joined(
            separator: ", ")
    }

    func integer(_ index: Int) throws(DamagedRow) -> Int64 {
        guard case .int64(let value) = value(index) else { throw damaged(index, "is no number") }
        return value
    }

    func optionalInteger(_ index: Int) throws(DamagedRow) -> Int64? {
        if case .null = value(index) { return nil }
        return try integer(index)
    }

    /// A number of lines or bytes, or of a version.
    func count(_ index: Int) throws(DamagedRow) -> Int {
        let value = try integer(index)
        guard (0...Fields.maximumCount).contains(value) else { throw damaged(index, "is an impossible number") }
        return Int(value)
    }

    func second(_ index: Int) throws(DamagedRow) -> UInt32 {
        guard let value = UInt32(exactly: try integer(index)) else { throw damaged(index, "is no time") }
        return value
    }

    /// A day that lines can be of.
    func day(_ index: Int) throws(DamagedRow) -> CalendarDay {
        let value = try integer(index)
        guard Fields.possibleDays.contains(value) else { throw damaged(index, "is no day") }
        return CalendarDay(number: Int32(value))
    }

    func flag(_ index: Int) throws(DamagedRow) -> Bool { try integer(index) != 0 }

    func text(_ index: Int) throws(DamagedRow) -> String {
        guard case .string(let value) = value(index) else { throw damaged(index, "is no text") }
        return value
    }

    func optionalText(_ index: Int) throws(DamagedRow) -> String? {
        if case .null = value(index) { return nil }
        return try text(index)
    }

    /// Text that is kept as a blob of UTF-8, and is never empty.
    func textInBytes(_ index: Int) throws(DamagedRow) -> String {
        guard let text = try optionalTextInBytes(index) else { throw damaged(index, "is missing") }
        return text
    }

    /// Nil where there is none.
    func optionalTextInBytes(_ index: Int) throws(DamagedRow) -> String? {
        guard let bytes = try optionalBlob(index, { Array($0) }) else { return nil }
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else {
            throw damaged(index, "is no text")
        }
        return text
    }

    /// A blob taken apart, in SQLite's own memory.
    func blob<Result>(
        _ index: Int, _ decode: (UnsafeRawBufferPointer) throws(DamagedBlob) -> Result
    ) throws(DamagedRow) -> Result {
        guard let result = try optionalBlob(index, decode) else { throw damaged(index, "is missing") }
        return result
    }

    /// Nil where there is none.
    func optionalBlob<Result>(
        _ index: Int, _ decode: (UnsafeRawBufferPointer) throws(DamagedBlob) -> Result
    ) throws(DamagedRow) -> Result? {
        do {
            return try row.withUnsafeData(atIndex: index) { data in
                try data?.withUnsafeBytes { try decode($0) }
            }
        } catch let blob as DamagedBlob {
            throw damaged(index, blob.reason)
        } catch {
            throw damaged(index, "is no blob")
        }
    }

    func damaged(_ index: Int, _ reason: String) -> DamagedRow {
        DamagedRow(place: place, reason: "\(Array(row.columnNames)[index]) \(reason)")
    }

    private func value(_ index: Int) -> DatabaseValue.Storage { (row[index] as DatabaseValue).storage }

    private static let maximumCount: Int64 = 1 << 60
    /// With a second since 1970 that fits into 32 bits, in whatever zone.
    static let possibleDays: ClosedRange<Int64> = -2...49_713
}
