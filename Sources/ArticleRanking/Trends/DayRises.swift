public import LogReading
public import ViewCounting

/// A rise with the names of its article.
public struct NamedRise: Hashable, Sendable {
    public let rise: Rise
    public let key: ByteString
    public let path: ByteString
    /// The section that holds for it on the last of its days; nil for none.
    public let section: ByteString?
    /// The last of its days, up to that of the window: its headline is the one that holds then.
    public let lastRead: CalendarDay

    public init(rise: Rise, key: ByteString, path: ByteString, section: ByteString?, lastRead: CalendarDay) {
        self.rise = rise
        self.key = key
        self.path = path
        self.section = section
        self.lastRead = lastRead
    }
}

/// The rises in some windows of a day.
public struct DayRises: Sendable {
    /// Of each article the surest of its rises, the surest article first; equal ones by the bytes of their keys.
    public let strongest: [NamedRise]
    /// Every section that the history has a name for.
    public let sections: [ByteString]

    /// - Parameter byEnd: The windows in their order: of equal rises of an article the first is told.
    public init(byEnd: [[NamedRise]], sections: [ByteString]) {
        var best: [ByteString: NamedRise] = [:]
        for named in byEnd.joined() {
            if let known = best[named.key], known.rise.score >= named.rise.score { continue }
            best[named.key] = named
        }
        strongest = best.values.sorted { left, right in
            (right.rise.score, right.rise.seen, left.key) < (left.rise.score, left.rise.seen, right.key)
        }
        self.sections = sections
    }
}
