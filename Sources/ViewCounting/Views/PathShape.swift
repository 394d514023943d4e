/// The shape of a path, so that the many paths which one pattern would fit are shown as one.
///
///     /politics/world/20260302-981      ->  /politics/world/8digits-n
///     /2026/03/02/what-we-know-so-far/  ->  /4digits/2digits/2digits/slug
///     /node/1234                        ->  /node/n
///
/// It is for people who have to write a pattern. Folders with a plain name stay as they are; they are few and name
/// sections. All else is put into words that say which placeholder fits:
///
/// - `8digits`, `4digits` (a year), `2digits` (behind a year or another `2digits`): `{date}`, `{year}`, `{month}`...;
/// - `n`, other digits, and `code`, letters and digits mixed: `{id}`;
/// - `word`, and `slug`, several of them joined: `{slug}` or `*`.
///
/// A file's ending stays. Not promised: that equal shapes need equal patterns.
public enum PathShape {
    /// The shape of a canonical path; printable ASCII, and without anything that a visitor made up at length.
    public static func of(path: [UInt8]) -> String {
        let segments = path.split(separator: .slash)
        var afterYear = false
        var shapes: [String] = []
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if index >= longestShownStart && !isLast {
                if index == longestShownStart { shapes.append("...") }
            } else if !isLast, isFolderName(segment) {
                shapes.append(String(decoding: segment, as: UTF8.self))
                afterYear = false
            } else {
                shapes.append(shape(of: segment, isLast: isLast, afterYear: &afterYear))
            }
        }
        return "/" + shapes.joined(separator: "/")
    }

    /// Segments shown of a long path before `...` and the last one.
    private static let longestShownStart = 6
    /// A longer name of a folder is rather a text than a name.
    private static let longestFolderName = 20
    /// A longer ending behind a dot is rather a text than an ending.
    private static let longestEnding = 5

    /// Letters, of which one `-` or `_` may join two parts.
    private static func isFolderName(_ segment: ArraySlice<UInt8>) -> Bool {
        let parts = segment.split(omittingEmptySubsequences: false) { $0 == .hyphen || $0 == underscore }
        return segment.count <= longestFolderName && parts.count <= 2
            && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isLetter) }
    }

    private static let underscore = UInt8(ascii: "_")

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == .hyphen || byte == .dot || byte == underscore
    }

    /// Digits at the beginning and the end stay apart; what lies between is one `word` or a `slug`.
    private static func shape(of segment: ArraySlice<UInt8>, isLast: Bool, afterYear: inout Bool) -> String {
        let ending = isLast ? self.ending(of: segment) : ""
        let pieces = segment.dropLast(ending.utf8.count).split(whereSeparator: isJoint).map(Piece.init)
        let leading = pieces.prefix(while: \.isDigits)
        let trailing = pieces.dropFirst(leading.count).reversed().prefix(while: \.isDigits).reversed()
        let middle = pieces.dropFirst(leading.count).dropLast(trailing.count)
        var shapes: [String] = []
        for piece in leading { shapes.append(piece.name(afterYear: &afterYear)) }
        if middle.count > 1 {
            shapes.append("slug")
            afterYear = false
        } else {
            for piece in middle { shapes.append(piece.name(afterYear: &afterYear)) }
        }
        for piece in trailing { shapes.append(piece.name(afterYear: &afterYear)) }
        return (shapes.isEmpty ? "word" : shapes.joined(separator: "-")) + ending
    }

    /// `.html` and the like, or nothing.
    private static func ending(of segment: ArraySlice<UInt8>) -> String {
        guard let dot = segment.lastIndex(of: .dot), dot > segment.startIndex else { return "" }
        let letters = segment[(dot + 1)...]
        guard (1...longestEnding).contains(letters.count), letters.allSatisfy(\.isLetter) else { return "" }
        return String(decoding: segment[dot...], as: UTF8.self)
    }
}

/// A part of a segment between `-`, `_` and `.`.
private struct Piece {
    /// How many bytes that are no digits begin it; an escape counts as such, digits and all.
    private let letters: Int
    /// How many digits follow, and whether that is all.
    private let digits: Int
    private let isMixed: Bool
    private let looksLikeYear: Bool

    private static let dateDigits = 8
    private static let yearDigits = 4
    private static let monthDigits = 2
    private static let escapeLength = 3

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex, !bytes[index].isDigit {
            index = min(index + (bytes[index] == .percent ? Self.escapeLength : 1), bytes.endIndex)
        }
        let rest = bytes[index...]
        letters = index - bytes.startIndex
        digits = rest.prefix(while: \.isDigit).count
        isMixed = digits < rest.count
        looksLikeYear =
            digits == Self.yearDigits && (rest.starts(with: "19".utf8) || rest.starts(with: "20".utf8))
    }

    var isDigits: Bool { letters == 0 && !isMixed }

    /// The word for it; what can be a month or a day depends on what came before.
    func name(afterYear: inout Bool) -> String {
        if isMixed {
            afterYear = false
            return "code"
        }
        let word = letters > 0 ? "word" : ""
        if digits == 0 {
            afterYear = false
            return word
        }
        let isPartOfDate = looksLikeYear || (afterYear && digits == Self.monthDigits)
        afterYear = isPartOfDate
        return word + (isPartOfDate || digits == Self.dateDigits ? "\(digits)digits" : "n")
    }
}
