import LogReading
import ViewCounting

/// The pages of one source and day, in the order of their articles' keys, then of their paths.
///
/// Format 1: their number; then of each its key, its path (`PageNameCoding`). A page's number is its place in the order.
enum PageTableBlob {
    static let format: UInt8 = 1

    /// - Parameter pages: Numbers of pages in the table, in the order in which they are kept.
    static func encode(_ pages: [UInt32], of kept: KeptPages) -> BlobWriter {
        var writer = BlobWriter(format: format)
        writer.append(count: pages.count)
        writer.append(pages, of: kept)
        return writer
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> PageTable {
        var reader = try BlobReader(bytes, format: format)
        var coding = PageNameCoding()
        var table = PageTable()
        let count = try reader.count(bytesEach: PageNameCoding.leastBytes)
        for number in 0..<count {
            let name = try coding.next(from: &reader)
            guard table.page(key: name.key, path: name.path, section: name.section) == UInt32(number) else {
                throw DamagedBlob(reason: "has a page twice")
            }
        }
        try reader.expectEnd()
        return table
    }
}

/// How a page's key, path and section are read, beside those of the page before it: neighbours look alike.
///
/// - Key: front-coded against the key before it.
/// - Path: 0 where it is the key; else front-coded against the path before it, with the shared length raised by 1.
/// - Section: 0 for none, 1 for the one before it; else its length raised by 2, and its bytes.
struct PageNameCoding {
    private var key: ByteString = ""
    private var path: ByteString = ""
    private var section: ByteString?

    /// Shared length and length of the key, path, section.
    static let leastBytes = 4

    mutating func next(
        from reader: inout BlobReader
    ) throws(DamagedBlob) -> (key: ByteString, path: ByteString, section: ByteString?) {
        key = try reader.text(shared: reader.varint(), with: key.bytes)
        let shared = try reader.varint()
        path = shared == 0 ? key : try reader.text(shared: shared - 1, with: path.bytes)
        switch try reader.varint() {
        case 0: return (key, path, nil)
        case 1:
            guard let section else { throw DamagedBlob(reason: "has the section of no page before it") }
            return (key, path, section)
        case let length:
            let section = ByteString(try reader.raw(length - 2))
            self.section = section
            return (key, path, section)
        }
    }

    /// Goes on to the next key and past its path and section, which are not looked at.
    ///
    /// - Parameter key: The key before it, which it takes the place of.
    static func nextKey(in key: inout [UInt8], from reader: inout BlobReader) throws(DamagedBlob) {
        try reader.replaceText(&key, shared: reader.varint())
        if try reader.varint() > 0 { try reader.skip(reader.varint()) }
        let section = try reader.varint()
        if section > 1 { try reader.skip(section - 2) }
    }
}
