/// One article of the made-up site: what it is called, where it lies, how its readers come.
struct Article: Sendable {
    /// A place of the article: its canonical path, as COUNTING section 3 leaves it, and the section in it.
    struct Place: Equatable, Sendable {
        let path: [UInt8]
        let section: [UInt8]
    }

    /// `date-id`, or the path where the path is the key.
    let key: [UInt8]
    /// One place, or two where the newsroom moved the article: clicks by either count for the same key.
    let places: [Place]
    /// Where editors look at it before the readers do; none where the path is the key.
    let preview: [UInt8]?
    let title: String
    /// The name of the section in which it now is, for the sitemap.
    let sectionName: String

    /// Its section, by the desk's number: where it was first.
    let desk: Int

    /// Seconds since 1970 UTC.
    let published: Int
    /// When the second place began to hold; unused where there is one.
    let moved: Int
    /// When a second wave of readers set in, if one did.
    let echo: Int?
    /// Weight among the articles, by Zipf's law.
    let popularity: Double
    /// How soon the interest fades: after this many hours it is a quarter.
    let fadeHours: Double
}
