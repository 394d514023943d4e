import LogReading

/// What is no article on a site without patterns: the front page, and files that pages are made of.
enum SiteFiles {
    /// Paths that every site has and that are no articles.
    private static let paths = ["/", "/robots.txt", "/favicon.ico"].map { Array($0.utf8) }

    /// What stands behind the last dot of a file that is no page.
    private static let assetEndings: Set<UInt128> = Set(
        """
        css js mjs map json xml rss atom txt ico png jpg jpeg gif webp avif svg bmp mp3 mp4 m4a m4v webm ogg wav pdf \
        zip gz tar bz2 xz 7z rar exe dmg iso woff woff2 ttf otf eot swf wasm webmanifest ts
        """.split(separator: " ").map { Array($0.utf8).withByteView { number(of: $0) } })

    /// Bytes of the longest ending that a `UInt128` holds behind a 1.
    private static let longestEnding = 15

    /// Why a path is no article.
    enum Reason {
        case siteFile
        /// What stands behind the last dot.
        case asset(ending: Range<Int>)
    }

    /// Why a canonical path is no article, or nil if it may be one.
    static func reason(against path: ByteView) -> Reason? {
        if paths.contains(where: { $0.equals(path) }) { return .siteFile }
        var mark = path.count - 1
        while mark >= 0, path[mark] != .dot, path[mark] != .slash { mark -= 1 }
        let ending = mark + 1..<path.count
        guard mark >= 0, path[mark] == .dot, ending.count <= longestEnding,
            assetEndings.contains(number(of: path[ending]))
        else { return nil }
        return .asset(ending: ending)
    }

    /// An ending's bytes as one number, so that comparing it costs no array; small letters. The 1 in front keeps
    /// endings of different lengths apart.
    private static func number(of ending: ByteView) -> UInt128 {
        var number: UInt128 = 1
        for index in 0..<ending.count { number = number << 8 | UInt128(ending[index].asciiLowercased) }
        return number
    }
}
