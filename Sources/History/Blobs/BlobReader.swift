import LogReading

/// Takes a blob apart; whatever its bytes are, it throws and never traps.
struct BlobReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    /// - Parameter bytes: Valid as long as the reader is used.
    /// - Throws: Where the first byte is another format's.
    init(_ bytes: UnsafeRawBufferPointer, format: UInt8) throws(DamagedBlob) {
        self.bytes = bytes
        let found = try byte()
        guard found == format else { throw DamagedBlob(reason: "is of the unknown format \(found)") }
    }

    var remaining: Int { bytes.count - place }

    /// All that is left.
    var rest: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[place...]) }

    func expectEnd() throws(DamagedBlob) {
        guard remaining == 0 else { throw DamagedBlob(reason: "has \(remaining) bytes too many") }
    }

    mutating func byte() throws(DamagedBlob) -> UInt8 {
        guard place < bytes.count else { throw .cut }
        defer { place += 1 }
        return bytes[place]
    }

    @inline(__always)
    mutating func varint() throws(DamagedBlob) -> UInt64 {
        if place < bytes.count, bytes[place] < 0x80 {
            defer { place += 1 }
            return UInt64(bytes[place])
        }
        return try longVarint()
    }

    private mutating func longVarint() throws(DamagedBlob) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), through: 63, by: 7) {
            let next = try byte()
            if shift == 63, next > 1 { break }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw DamagedBlob(reason: "has a number of more than 64 bits")
    }

    /// What `BlobWriter.append(signed:)` wrote.
    @inline(__always)
    mutating func signed() throws(DamagedBlob) -> Int64 {
        let value = try varint()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// A number of things of which each takes at least `bytesEach` of the bytes that are left.
    mutating func count(bytesEach: Int) throws(DamagedBlob) -> Int {
        let count = try varint()
        guard count <= UInt64(remaining / bytesEach) else { throw .cut }
        return Int(count)
    }

    /// A number of lines, views or bytes: one that many of can be added up.
    mutating func quantity() throws(DamagedBlob) -> Int {
        let value = try varint()
        guard value <= BlobReader.maximumQuantity else { throw DamagedBlob(reason: "has an impossible number") }
        return Int(value)
    }

    mutating func uint32() throws(DamagedBlob) -> UInt32 {
        guard let value = UInt32(exactly: try varint()) else {
            throw DamagedBlob(reason: "has a number of more than 32 bits")
        }
        return value
    }

    mutating func fixed<Value: FixedWidthInteger>(_: Value.Type) throws(DamagedBlob) -> Value {
        guard remaining >= MemoryLayout<Value>.size else { throw .cut }
        defer { place += MemoryLayout<Value>.size }
        return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: Value.self))
    }

    /// Numbers of fixed width, one behind the other, after their count.
    mutating func row<Value: FixedWidthInteger>(of type: Value.Type) throws(DamagedBlob) -> [Value] {
        let count = try count(bytesEach: MemoryLayout<Value>.size)
        var row: [Value] = []
        row.reserveCapacity(count)
        for _ in 0..<count { row.append(try fixed(type)) }
        return row
    }

    /// So many bytes.
    mutating func raw(_ length: UInt64) throws(DamagedBlob) -> [UInt8] {
        guard length <= UInt64(remaining) else { throw .cut }
        defer { place += Int(length) }
        return Array(bytes[place..<place + Int(length)])
    }

    mutating func text() throws(DamagedBlob) -> [UInt8] {
        try raw(varint())
    }

    /// What `BlobWriter.append(_:after:)` wrote, its `flag` taken off.
    mutating func text(shared: UInt64, with previous: [UInt8]) throws(DamagedBlob) -> ByteString {
        guard shared <= UInt64(previous.count) else { throw DamagedBlob(reason: "has a text that begins with nothing") }
        let length = try count(bytesEach: 1)
        guard Int(shared) + length <= BlobReader.maximumTextBytes else {
            throw DamagedBlob(reason: "has an endless text")
        }
        let start = place
        place += length
        return ByteString(
            [UInt8](unsafeUninitializedCapacity: Int(shared) + length) { text, count in
                for index in 0..<Int(shared) { text[index] = previous[index] }
                for index in 0..<length { text[Int(shared) + index] = bytes[start + index] }
                count = Int(shared) + length
            })
    }

    /// What `BlobWriter.append(_:after:)` wrote, in place of the text before it.
    mutating func replaceText(_ text: inout [UInt8], shared: UInt64) throws(DamagedBlob) {
        guard shared <= UInt64(text.count) else { throw DamagedBlob(reason: "has a text that begins with nothing") }
        let length = try count(bytesEach: 1)
        guard Int(shared) + length <= BlobReader.maximumTextBytes else {
            throw DamagedBlob(reason: "has an endless text")
        }
        text.removeLast(text.count - Int(shared))
        text.append(contentsOf: bytes[place..<place + length])
        place += length
    }

    /// Passes over so many bytes.
    mutating func skip(_ length: UInt64) throws(DamagedBlob) {
        guard length <= UInt64(remaining) else { throw .cut }
        place += Int(length)
    }

    /// No sum of as many of these as a history can hold is too large for an `Int`.
    private static let maximumQuantity: UInt64 = 1 << 40
    /// A line has up to 65,536 bytes, and each of them up to three in a path.
    private static let maximumTextBytes = 1 << 19
}
