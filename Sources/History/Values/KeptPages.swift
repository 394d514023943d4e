import LogReading
public import ViewCounting

/// The pages of a table as a history keeps them: in the order of their articles' keys, then of their paths.
///
/// Made once for all sources that share a table. The names lie one behind the other: each day of a source writes its own
/// pages, and a name that lies with others costs a sixth of one that lies anywhere.
public struct KeptPages: Sendable {
    /// All pages, by number in the table, in the order in which they are kept.
    let order: [UInt32]
    /// By number of a page in the table its place in `order`.
    private let places: [UInt32]
    /// In the order of the pages.
    private let names: [PageName]
    /// Keys and paths, in the order of the pages.
    private let texts: [UInt8]
    /// By number.
    private let sections: [ByteString]

    /// - Parameter ranks: Of each page of the table how many articles' keys are before that of its own (`Reduction.ranks`); empty
    ///   where that is not known.
    public init(_ table: PageTable, ranks: [UInt32] = []) {
        precondition(ranks.isEmpty || ranks.count == table.pages.count, "each page has a rank, or none has")
        order =
            ranks.isEmpty && !table.pages.isEmpty ? KeptPages.order(of: table) : KeptPages.order(of: table, ranks)
        var places = Array(repeating: UInt32(0), count: order.count)
        for (place, page) in order.enumerated() { places[Int(page)] = UInt32(place) }
        self.places = places
        let gathered = GatheredNames(table)
        var names: [PageName] = []
        names.reserveCapacity(order.count)
        var texts: [UInt8] = []
        texts.reserveCapacity(gathered.texts.count)
        for page in order {
            let name = gathered.names[Int(page)]
            names.append(name.moved(to: texts.count))
            texts.append(contentsOf: gathered.texts[name.key.lowerBound..<name.path.upperBound])
        }
        (self.names, self.texts, sections) = (names, texts, gathered.sections)
    }

    /// How many there are.
    var count: Int { names.count }

    private static func order(of table: PageTable) -> [UInt32] {
        let keys = table.pages.map { table.articles[Int($0.article)] }
        return ByteOrder(keys) { table.pages[Int($0)].path < table.pages[Int($1)].path }.numbers
    }

    /// Put in order by counting; only paths of one article are held against each other.
    private static func order(of table: PageTable, _ ranks: [UInt32]) -> [UInt32] {
        let counted = CountingOrder(ranks)
        var order = counted.indices
        for own in counted.runs where own.count > 1 {
            order[own].sort { table.pages[Int($0)].path < table.pages[Int($1)].path }
        }
        return order
    }
}

extension BlobWriter {
    /// The names of these pages (`PageNameCoding`).
    mutating func append(_ pages: [UInt32], of kept: KeptPages) { kept.append(pages, to: &self) }
}

extension KeptPages {
    fileprivate func append(_ pages: [UInt32], to writer: inout BlobWriter) {
        texts.withByteView { texts in
            var (key, path) = (texts[0..<0], texts[0..<0])
            var section: UInt32?
            for page in pages {
                let name = names[Int(places[Int(page)])]
                let (nextKey, nextPath) = (texts[name.key], texts[name.path])
                writer.append(nextKey, after: key)
                if name.path == name.key {
                    writer.append(varint: 0)
                } else {
                    writer.append(nextPath, after: path, flag: 1)
                }
                (key, path) = (nextKey, nextPath)
                if name.section == PageName.noSection {
                    writer.append(varint: 0)
                } else if name.section == section {
                    writer.append(varint: 1)
                } else {
                    let text = sections[Int(name.section)]
                    writer.append(varint: UInt64(text.bytes.count) + 2)
                    writer.append(raw: text.bytes)
                    section = name.section
                }
            }
        }
    }
}

/// Where a page's name lies among the texts of others.
private struct PageName {
    let key: Range<Int>
    /// Behind the key; that of the key, where they are the same.
    let path: Range<Int>
    /// Its number; `noSection` for none.
    let section: UInt32

    static let noSection = UInt32.max

    func moved(to start: Int) -> PageName {
        let way = start - key.lowerBound
        return PageName(
            key: start..<key.upperBound + way, path: path.lowerBound + way..<path.upperBound + way, section: section)
    }
}

/// Names in the order in which the pages came: nearly that in which their texts lie in memory, so that they are read at full speed.
private struct GatheredNames {
    private(set) var names: [PageName] = []
    private(set) var texts: [UInt8] = []
    private(set) var sections: [ByteString] = []

    init(_ table: PageTable) {
        var sectionNumbers = ByteStringIndex()
        names.reserveCapacity(table.pages.count)
        for page in table.pages {
            let key = table.articles[Int(page.article)]
            let start = texts.count
            texts.append(contentsOf: key.bytes)
            let middle = texts.count
            let isKey = page.path == key
            if !isKey { texts.append(contentsOf: page.path.bytes) }
            let section = page.section?.bytes.withByteView { sectionNumbers.number(of: $0, addedTo: &sections) }
            names.append(
                PageName(
                    key: start..<middle, path: isKey ? start..<middle : middle..<texts.count,
                    section: section ?? PageName.noSection))
        }
    }
}
