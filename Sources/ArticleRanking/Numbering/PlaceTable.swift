public import LogReading
import ViewCounting

/// Numbers for places, for their articles and for sections, so that days can be added up and compared without a text.
///
/// The numbers of one table mean nothing in another, and none of them is ever shown.
public struct PlaceTable: Sendable {
    /// By number; nil where the number is free.
    public private(set) var places: [ArticlePlace?] = []
    /// Keys by number of an article.
    public private(set) var keys: [ByteString] = []
    /// Names by number of a section.
    public private(set) var sections: [ByteString] = []

    private var articleOfPlace: [UInt32] = []
    private var sectionOfPlace: [UInt32] = []
    private var articleNumbers = ByteStringIndex()
    /// By article its first place; `noPlace` before it has one. Most places are found here, by one look-up of a key.
    private var firstPlaces: [UInt32] = []
    /// The places that are not the first of their article.
    private var furtherPlaces: [ArticlePlace: UInt32] = [:]
    private var sectionNumbers: [ByteString: UInt32] = [:]
    /// The section that was asked for last: mostly the next one's too.
    private var latestSection: UInt32 = 0

    /// Stands where an article has no section.
    public static let noSection = UInt32.max

    /// Stands where a number stands for no place.
    private static let noArticle = UInt32.max
    private static let noPlace = UInt32.max

    public init() {}

    /// The place's number; a new one gets the next that was never given.
    public mutating func number(of place: ArticlePlace) -> UInt32 {
        let article = article(of: place.key)
        if let known = known(place, of: article) { return known }
        let number = UInt32(places.count)
        set(place, of: article, number: number)
        return number
    }

    /// Puts a place that is not in the table under a number that is free.
    public mutating func set(_ place: ArticlePlace, number: UInt32) {
        set(place, of: article(of: place.key), number: number)
    }

    private mutating func set(_ place: ArticlePlace, of article: UInt32, number: UInt32) {
        while places.count <= Int(number) {
            places.append(nil)
            articleOfPlace.append(PlaceTable.noArticle)
            sectionOfPlace.append(PlaceTable.noSection)
        }
        precondition(places[Int(number)] == nil, "a number stands for one place")
        places[Int(number)] = place
        if firstPlaces[Int(article)] == PlaceTable.noPlace {
            firstPlaces[Int(article)] = number
        } else {
            furtherPlaces[place] = number
        }
        articleOfPlace[Int(number)] = article
        sectionOfPlace[Int(number)] = place.section.map { section(named: $0) } ?? PlaceTable.noSection
    }

    /// The place of a number; nil for a number that stands for none.
    public func place(_ number: UInt32) -> ArticlePlace? {
        Int(number) < places.count ? places[Int(number)] : nil
    }

    /// Whether a number stands for a place.
    public func has(_ number: UInt32) -> Bool {
        Int(number) < articleOfPlace.count && articleOfPlace[Int(number)] != PlaceTable.noArticle
    }

    /// Takes over what another table has beyond the last number of this one.
    public mutating func add(_ other: PlaceTable) {
        for number in places.count..<max(places.count, other.places.count) {
            if let place = other.places[number] { set(place, number: UInt32(number)) }
        }
    }

    /// The number of a place that is in the table.
    public func known(_ place: ArticlePlace) -> UInt32? {
        known(article: place.key).flatMap { known(place, of: $0) }
    }

    private func known(_ place: ArticlePlace, of article: UInt32) -> UInt32? {
        let first = firstPlaces[Int(article)]
        if first == PlaceTable.noPlace { return nil }
        return isPlace(first, like: place) ? first : furtherPlaces.isEmpty ? nil : furtherPlaces[place]
    }

    /// Whether the place of this number, which is of the same article, is this one.
    private func isPlace(_ number: UInt32, like place: ArticlePlace) -> Bool {
        places[Int(number)]?.path == place.path && places[Int(number)]?.section == .some(place.section)
    }

    /// The number of an article that has a place; nil for any other.
    public func known(article key: ByteString) -> UInt32? { articleNumbers.number(of: key.bytes, in: keys) }

    /// The number of a section that has a name here; nil for any other.
    public func known(section name: ByteString) -> UInt32? { sectionNumbers[name] }

    /// The article whose place it is.
    public func article(ofPlace number: UInt32) -> UInt32 { articleOfPlace[Int(number)] }

    /// The section of the place's path, or `noSection`.
    public func section(ofPlace number: UInt32) -> UInt32 { sectionOfPlace[Int(number)] }

    /// The section's number; a new name gets the next one.
    public mutating func section(named name: ByteString) -> UInt32 {
        if Int(latestSection) < sections.count, sections[Int(latestSection)] == name { return latestSection }
        let new = UInt32(sections.count)
        latestSection = sectionNumbers[name] ?? new
        if latestSection == new {
            sections.append(name)
            sectionNumbers[name] = new
        }
        return latestSection
    }

    private mutating func article(of key: ByteString) -> UInt32 {
        if let known = known(article: key) { return known }
        keys.append(key)
        firstPlaces.append(PlaceTable.noPlace)
        return articleNumbers.addLast(of: keys)
    }
}
