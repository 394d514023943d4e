/// What is no article on a site without patterns: the front page, and files that pages are made of.
enum SiteFiles {
    /// Paths that every site has and that are no articles.
    private static let paths: Set<[UInt8]> = Set(["/", "/robots.txt", "/favicon.ico"].map { Array($0.utf8) })

    /// What stands behind the last dot of a file that is no page; small letters.
    private static let assetEndings: Set<[UInt8]> = Set(
        """
        css js mjs map json xml rss atom txt ico png jpg jpeg gif webp avif svg bmp mp3 mp4 m4a m4v webm ogg wav pdf \
        zip gz tar bz2 xz 7z rar exe dmg iso woff woff2 ttf otf eot swf wasm webmanifest ts
        """.split(separator: " ").map { Array($0.utf8) })

    /// Why a canonical path is no article, or nil if it may be one.
    static func reasonAgainst(_ path: [UInt8]) -> OtherPageReason? {
        if paths.contains(path) { return .siteFile(path: path) }
        let afterSlash = path[((path.lastIndex(of: .slash) ?? -1) + 1)...]
        guard let dot = afterSlash.lastIndex(of: .dot) else { return nil }
        let ending = afterSlash[(dot + 1)...].map(\.asciiLowercased)
        return assetEndings.contains(ending) ? .asset(path: path, ending: ending) : nil
    }
}
