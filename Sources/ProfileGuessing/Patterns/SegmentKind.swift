import LogReading

/// What a segment of a path looks like to somebody who has to write a pattern.
enum SegmentKind: Hashable {
    /// Letters, of which a joint or two may join parts: the name of a folder, a section, a listing.
    case name
    /// Four digits that can be a year; two that can be a month behind one, or a day behind that.
    case year, month, day
    /// Eight digits that are a date.
    case date
    /// `2026-03-02`, alone or in front of `-slug`.
    case dashedDate, dashedDateSlug
    /// A date and what tells the articles of that day apart: `20260302-981`, `20260302_981`.
    case dateID(joint: UInt8)
    /// Other digits alone: five or more rather number articles than pages.
    case number, shortNumber
    /// Letters and digits mixed without a joint, or hexadecimal digits: `k10012345`, a UUID.
    case code
    /// Words of a headline.
    case slug
    /// `what-we-know-12345` and `12345-what-we-know`.
    case slugNumber(joint: UInt8)
    case numberSlug(joint: UInt8)

    /// The pattern's text where it does not depend on the other paths; nil for a name.
    var pattern: String? {
        switch self {
        case .name: nil
        case .year: "{year}"
        case .month: "{month}"
        case .day: "{day}"
        case .date: "{date}"
        case .dashedDate: "{year}-{month}-{day}"
        case .dashedDateSlug: "{year}-{month}-{day}-{slug}"
        case .dateID(let joint): "{date}\(Character(Unicode.Scalar(joint))){id}"
        case .number, .shortNumber, .code: "{id}"
        case .slug: "{slug}"
        case .slugNumber(let joint): "{slug}\(Character(Unicode.Scalar(joint))){id}"
        case .numberSlug(let joint): "{id}\(Character(Unicode.Scalar(joint))){slug}"
        }
    }

    /// Whether a last segment of this kind shows by itself that it is an article's.
    var isTelling: Bool {
        switch self {
        case .dateID, .dashedDateSlug, .number, .slugNumber, .numberSlug: true
        default: false
        }
    }

    /// Whether its pattern has an `{id}` that other words could be taken for.
    var isNumbered: Bool {
        switch self {
        case .number, .code, .slugNumber, .numberSlug: true
        default: false
        }
    }

    /// Whether it is a part of a date.
    var isOfDate: Bool {
        switch self {
        case .year, .month, .day, .date, .dashedDate: true
        default: false
        }
    }
}

extension SegmentKind {
    /// The kind of a segment that follows one of kind `previous`.
    static func of(_ segment: Substring, after previous: SegmentKind?) -> SegmentKind {
        let bytes = Array(segment.utf8)
        if bytes.allSatisfy(\.isDigit) { return ofDigits(segment, after: previous) }
        if let dated = ofDated(segment, bytes) { return dated }
        let parts = bytes.split(whereSeparator: isJoint)
        if parts.count > 1, let first = parts.first, let last = parts.last {
            if isHexadecimalGroups(parts) { return .code }
            if last.count >= articleDigits, last.allSatisfy(\.isDigit), !first.allSatisfy(\.isDigit) {
                return .slugNumber(joint: bytes[bytes.count - last.count - 1])
            }
            if first.count >= articleDigits, first.allSatisfy(\.isDigit), !last.allSatisfy(\.isDigit) {
                return .numberSlug(joint: bytes[first.count])
            }
        }
        return ofWords(segment, parts)
    }

    /// Digits from which on a number rather counts articles than pages of a listing.
    private static let articleDigits = 5
    /// Characters that a name of one word has at most where it is not of ASCII, as Japanese has no joints.
    private static let longestForeignName = 7
    private static let longestName = 24
    private static let mostNameParts = 3
    private static let shortestCode = 6

    private static func ofDigits(_ segment: Substring, after previous: SegmentKind?) -> SegmentKind {
        let value = Int(segment) ?? 0
        switch (segment.utf8.count, previous) {
        case (2, .year) where (1...12).contains(value): return .month
        case (2, .month) where (1...31).contains(value): return .day
        case (4, _) where isYear(segment): return .year
        case (8, _) where isDate(segment): return .date
        case (articleDigits..., _): return .number
        default: return .shortNumber
        }
    }

    private static func ofDated(_ segment: Substring, _ bytes: [UInt8]) -> SegmentKind? {
        if bytes.count > 9, isJoint(bytes[8]), isDate(segment.prefix(8)) {
            return .dateID(joint: bytes[8])
        }
        guard bytes.count >= 10, bytes[4] == hyphen, bytes[7] == hyphen,
            isDate(segment.prefix(10).filter { $0 != "-" }[...])
        else { return nil }
        if bytes.count == 10 { return .dashedDate }
        return bytes.count > 11 && bytes[10] == hyphen ? .dashedDateSlug : nil
    }

    private static func ofWords(_ segment: Substring, _ parts: [ArraySlice<UInt8>]) -> SegmentKind {
        if segment.contains("%") {
            let characters = segment.utf8.count { $0 == UInt8(ascii: "%") } / escapesPerCharacter
            return parts.count == 1 && characters <= longestForeignName ? .name : .slug
        }
        let digits = segment.utf8.count(where: \.isDigit)
        if parts.count == 1 {
            let isCode = digits > 1 && segment.utf8.count >= shortestCode
            return isCode ? .code : .name
        }
        let isName = digits == 0 && parts.count <= mostNameParts && segment.utf8.count <= longestName
        return isName ? .name : .slug
    }

    /// Most characters outside of Latin take three bytes of UTF-8.
    private static let escapesPerCharacter = 3

    private static func isYear(_ digits: Substring) -> Bool {
        digits.hasPrefix("19") || digits.hasPrefix("20")
    }

    private static func isDate(_ text: Substring) -> Bool {
        guard text.utf8.count == 8, text.utf8.allSatisfy(\.isDigit), isYear(text.prefix(4)),
            let month = Int(text.dropFirst(4).prefix(2)), let day = Int(text.suffix(2))
        else { return false }
        return (1...12).contains(month) && (1...31).contains(day)
    }

    /// A UUID and the like.
    private static func isHexadecimalGroups(_ parts: [ArraySlice<UInt8>]) -> Bool {
        parts.count == uuidParts
            && parts.allSatisfy { $0.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit } }
    }

    private static let uuidParts = 5
    private static let hyphen = UInt8(ascii: "-")

    private static func isJoint(_ byte: UInt8) -> Bool {
        byte == hyphen || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ",")
    }
}
