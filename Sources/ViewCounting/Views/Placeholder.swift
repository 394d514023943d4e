/// A named part of a pattern: what it takes from a segment of a path, and what the name means.
public enum Placeholder: String, CaseIterable, Sendable {
    /// One or more bytes, as few as can be: the section of the article.
    case section
    /// One or more bytes, as few as can be; it only keeps the pattern readable.
    case subsection
    /// One or more bytes, as few as can be: the key of the article.
    case id
    /// One or more bytes, as many as can be: the words of the headline.
    case slug
    /// Exactly eight digits; beside `{id}` in one segment, part of the key.
    case date
    /// Exactly four digits.
    case year
    /// Exactly two digits.
    case month
    /// Exactly two digits.
    case day

    /// How many digits it stands for, or nil for one or more bytes of any kind.
    var digits: Int? {
        switch self {
        case .date: 8
        case .year: 4
        case .month, .day: 2
        case .section, .subsection, .id, .slug: nil
        }
    }
}
