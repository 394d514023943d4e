import LogReading
import ViewCounting

/// The pages of one source and day, in the order of their articles' keys, then of their paths.
///
/// Format 1: their number; then of each its key, its path (`PageNameCoding`). A page's number is its place in the order.
enum PageTableBlob {
    static let format: UInt8 = 1

    /// - Parameter pages: Numbers of pages in the table, in the order in which they are to be.
    static func encode(_ pages: [UInt32], of table: PageTable) -> BlobWriter {
        var writer = BlobWriter(format: format)
        var coding = PageNameCoding()
        writer.append(count: pages.count)
        for number in pages {
            let page = table.pages[Int(number)]
            coding.append(
                key: table.articles[Int(page.article)], path: page.path, section: page.section, to: &writer)
        }
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

    /// The order in which pages are kept.
    static func sorted(_ pages: some Sequence<UInt32>, of table: PageTable) -> [UInt32] {
        let pages = Array(pages)
        let keys = pages.map { table.articles[Int(table.pages[Int($0)].article)] }
        let order = ByteOrder(keys) { left, right in
            table.pages[Int(pages[Int(left)])].path < table.pages[Int(pages[Int(right)])].path
        }
        return order.numbers.map { pages[Int($0)] }
    }
}

/// How a page's key, path and section are written, beside those of the page before it: neighbours look alike.
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

    mutating func append(key: ByteString, path: ByteString, section: ByteString?, to writer: inout BlobWriter) {
        writer.append(key, after: self.key.bytes)
        if path == key {
            writer.append(varint: 0)
        } else {
            writer.append(path, after: self.path.bytes, flag: 1)
        }
        if let section {
            if section == self.section {
                writer.append(varint: 1)
            } else {
                writer.append(varint: UInt64(section.bytes.count) + 2)
                writer.append(raw: section.bytes)
            }
        } else {
            writer.append(varint: 0)
        }
        (self.key, self.path) = (key, path)
        if let section { self.section = section }
    }

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
