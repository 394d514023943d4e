import Foundation

/// What a sitemap index names, and the file beside the index that is meant by it.
struct IndexedLocation {
    /// As the index has it, white space at its ends gone.
    let text: String
    /// Where it stands in the index.
    let line: Int?

    /// The file, or nil where none is there.
    ///
    /// A relative path that leads down from the index's folder is followed; of an address, of a path from the root and
    /// of one that leads up only the last component counts. So an index cannot have other files of the machine read. A
    /// file that lost or got the ending `.gz` on its way is found too.
    func file(beside index: String) -> String? {
        let folder = (index as NSString).deletingLastPathComponent
        for name in candidates {
            let path = folder.isEmpty ? name : (folder as NSString).appendingPathComponent(name)
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue { return path }
        }
        return nil
    }

    /// The name of the file that is looked for.
    var shownFile: String { candidates.first ?? "file of that name" }

    /// The location, cut to a length that fits a message.
    var shown: String { Quotation.shortened(text) }

    private var candidates: [String] {
        var names: [String] = []
        let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
        if !text.contains("://"), !pieces.contains(""), !pieces.contains("..") { names.append(text) }
        if let last = lastComponent {
            names.append(last)
            // An escaped slash may not lead elsewhere.
            if let plain = last.removingPercentEncoding, !plain.contains("/") { names.append(plain) }
        }
        names = names.filter { $0 != "." && $0 != ".." && !$0.utf8.contains(0) && !$0.isEmpty }
        return names + names.map { $0.hasSuffix(".gz") ? String($0.dropLast(3)) : $0 + ".gz" }.filter { !$0.isEmpty }
    }

    private var lastComponent: String? {
        let path = text.prefix { $0 != "?" && $0 != "#" }
        let behindScheme = path.range(of: "://").map { path[$0.upperBound...] }
        // An address that is a host alone names no file.
        if let behindScheme, !behindScheme.contains("/") { return nil }
        return path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init)
    }
}

/// Pieces of a file in messages.
enum Quotation {
    static let maximumCharacters = 80

    static func shortened(_ text: String) -> String {
        text.count <= maximumCharacters ? text : text.prefix(maximumCharacters) + "..."
    }
}
