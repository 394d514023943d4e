import LogReading

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
        var shape: [UInt8] = []
        shape.reserveCapacity(path.count)
        var afterYear = false
        var index = 0
        var start = 0
        let end = (path.lastIndex { $0 != .slash } ?? -1) + 1
        while start < end {
            let stop = path[start..<end].firstIndex(of: .slash) ?? end
            let segment = path[start..<stop]
            let isLast = stop == end
            start = stop + 1
            if segment.isEmpty { continue }
            index += 1
            if index > longestShownStart && !isLast {
                if index == longestShownStart + 1 { shape += "/...".utf8 }
                continue
            }
            shape.append(.slash)
            if !isLast, isFolderName(segment) {
                shape += segment
                afterYear = false
            } else {
                append(segment, isLast: isLast, to: &shape, afterYear: &afterYear)
            }
        }
        return shape.isEmpty ? "/" : String(decoding: shape, as: UTF8.self)
    }

    /// Segments shown of a long path before `...` and the last one.
    private static let longestShownStart = 6
    /// A longer name of a folder is rather a text than a name.
    private static let longestFolderName = 20
    /// A longer ending behind a dot is rather a text than an ending.
    private static let longestEnding = 5

    /// Letters, of which one `-` or `_` may join two parts.
    private static func isFolderName(_ segment: ArraySlice<UInt8>) -> Bool {
        guard segment.count <= longestFolderName, segment.first?.isLetter == true, segment.last?.isLetter == true
        else { return false }
        var joints = 0
        for byte in segment where !byte.isLetter {
            guard byte == .hyphen || byte == underscore else { return false }
            joints += 1
        }
        return joints <= 1
    }

    private static let underscore = UInt8(ascii: "_")

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == .hyphen || byte == .dot || byte == underscore
    }

    /// Digits at the beginning and the end stay apart; what lies between is one `word` or a `slug`.
    private static func append(
        _ segment: ArraySlice<UInt8>, isLast: Bool, to shape: inout [UInt8], afterYear: inout Bool
    ) {
        let ending = isLast ? ending(of: segment) : []
        let pieces = pieces(of: segment.dropLast(ending.count))
        let middle = pieces.firstIndex { !$0.isDigits } ?? pieces.count
        let trailing = (pieces.lastIndex { !$0.isDigits } ?? pieces.count - 1) + 1
        let start = shape.count
        func append(_ name: some Sequence<UInt8>) {
            if shape.count > start { shape.append(.hyphen) }
            shape += name
        }
        var index = 0
        while index < pieces.count {
            if index == middle && trailing - middle > 1 {
                append("slug".utf8)
                afterYear = false
                index = trailing
            } else {
                append(pieces[index].name(afterYear: &afterYear).utf8)
                index += 1
            }
        }
        if pieces.isEmpty { append("word".utf8) }
        shape += ending
    }

    /// What the joints part; nothing between two joints is no piece.
    private static func pieces(of segment: ArraySlice<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        var start = segment.startIndex
        while start < segment.endIndex {
            let end = segment[start...].firstIndex(where: isJoint) ?? segment.endIndex
            if start < end { pieces.append(Piece(segment[start..<end])) }
            start = end + 1
        }
        return pieces
    }

    /// `.html` and the like, or nothing.
    private static func ending(of segment: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let dot = segment.lastIndex(of: .dot), dot > segment.startIndex else { return [] }
        let letters = segment[(dot + 1)...]
        guard (1...longestEnding).contains(letters.count), letters.allSatisfy(\.isLetter) else { return [] }
        return segment[dot...]
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
