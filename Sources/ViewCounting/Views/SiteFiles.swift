/// What is no article on a site without patterns: the front page, and files that pages are made of.
enum SiteFiles {
    /// Paths that every site has and that are no articles.
    private static let paths = ["/", "/robots.txt", "/favicon.ico"].map { Array($0.utf8) }

    /// What stands behind the last dot of a file that is no page.
    private static let assetEndings: Set<UInt128> = Set(
        """
        css js mjs map json xml rss atom txt ico png jpg jpeg gif webp avif svg bmp mp3 mp4 m4a m4v webm ogg wav pdf \
        zip gz tar bz2 xz 7z rar exe dmg iso woff woff2 ttf otf eot swf wasm webmanifest ts
        """.split(separator: " ").map { number(of: Array($0.utf8)[...]) })

    /// Bytes of the longest ending that a `UInt128` holds behind a 1.
    private static let longestEnding = 15

    /// An ending's bytes as one number, so that comparing it costs no array; small letters. The 1 in front keeps
    /// endings of different lengths apart.
    private static func number(of ending: ArraySlice<UInt8>) -> UInt128 {
        ending.reduce(1) { $0 << 8 | UInt128($1.asciiLowercased) }
    }

    /// Why a canonical path is no article, or nil if it may be one.
    static func reasonAgainst(_ path: [UInt8]) -> OtherPageReason? {
        if paths.contains(path) { return .siteFile(path: path) }
        guard let mark = path.lastIndex(where: { $0 == .dot || $0 == .slash }), path[mark] == .dot else { return nil }
        let ending = path[(mark + 1)...]
        guard ending.count <= longestEnding, assetEndings.contains(number(of: ending)) else { return nil }
        return .asset(path: path, ending: ending.map(\.asciiLowercased))
    }
}
