import LogReading

/// What is no article on a site without patterns: the front page, and files that pages are made of.
enum SiteFiles {
    /// What stands behind the last dot of a file that is no page.
    private static let assetEndings = EndingTable(
        """
        css js mjs map json xml rss atom txt ico png jpg jpeg gif webp avif svg bmp mp3 mp4 m4a m4v webm ogg wav pdf \
        zip gz tar bz2 xz 7z rar exe dmg iso woff woff2 ttf otf eot swf wasm webmanifest ts
        """.split(separator: " ").map { Array($0.utf8) })

    /// Why a path is no article.
    enum Reason {
        case siteFile
        /// What stands behind the last dot.
        case asset(ending: Range<Int>)
    }

    /// Why a canonical path is no article, or nil if it may be one.
    static func reason(against path: ByteView) -> Reason? {
        if isSitePath(path) { return .siteFile }
        var mark = path.count - 1
        while mark >= 0, path[mark] != .dot, path[mark] != .slash { mark -= 1 }
        guard mark >= 0, path[mark] == .dot, assetEndings.contains(path[(mark + 1)..<path.count]) else { return nil }
        return .asset(ending: mark + 1..<path.count)
    }

    /// Paths that every site has and that are no articles.
    private static func isSitePath(_ path: ByteView) -> Bool {
        path.isText("/") || path.isText("/robots.txt") || path.isText("/favicon.ico")
    }
}

/// A set of short words, A-Z equal to a-z, in which nothing has to be hashed byte by byte.
private struct EndingTable {
    /// The words' numbers, each where its product says or in the next free slot; 0 is none.
    private var slots: [UInt128] = Array(repeating: 0, count: EndingTable.slotCount)

    /// Far more than words.
    private static let slotCount = 256
    /// Bytes of the longest word that a number holds behind a 1.
    private static let longest = 15

    init(_ words: [[UInt8]]) {
        for word in words {
            let number = word.withByteView { EndingTable.number(of: $0) }
            slots[slot(of: number)] = number
        }
    }

    func contains(_ word: ByteView) -> Bool {
        guard word.count <= EndingTable.longest else { return false }
        let number = EndingTable.number(of: word)
        return slots[slot(of: number)] == number
    }

    /// The slot that holds the number, or the free one where it would be.
    private func slot(of number: UInt128) -> Int {
        let product = UInt64(truncatingIfNeeded: number ^ number >> 64) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(product >> 56)
        while slots[slot] != 0, slots[slot] != number { slot = (slot + 1) % EndingTable.slotCount }
        return slot
    }

    /// A word's bytes as one number, small letters. The 1 in front keeps words of different lengths apart.
    private static func number(of word: ByteView) -> UInt128 {
        var number: UInt128 = 1
        for index in 0..<word.count { number = number << 8 | UInt128(word[index].asciiLowercased) }
        return number
    }
}

extension ByteView {
    fileprivate func isText(_ text: StaticString) -> Bool {
        isEqual(to: ByteView(base: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
