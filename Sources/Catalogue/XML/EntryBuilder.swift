/// Puts an entry together from the elements of a feed: which element, inside which other, is which field.
///
/// Of a field that an entry has twice, the first holds, and of two elements for one field the one that the format means
/// for it.
struct EntryBuilder {
    /// What an element's text is for.
    enum Field {
        case address, title, htmlTitle, date, lesserDate, section, lesserSection, permanentName, indexedLocation
    }

    private var entry = RawEntry()
    private var permanentName: String?
    private var lesserDate: String?
    private var lesserSection: String?
    private var hasPageLink = false

    /// Whether an element is the whole of an entry.
    static func beginsEntry(_ element: FeedElement, in parent: FeedElement?) -> Bool {
        switch (element, parent) {
        case (.url, .urlset), (.item, .channel), (.item, .rdf), (.item, .rss), (.entry, .feed): true
        default: false
        }
    }

    /// The field whose text an element holds; attributes are taken at once.
    mutating func field(
        _ element: FeedElement, in parent: FeedElement?, _ attributes: [String: String]
    ) -> Field? {
        switch (parent, element) {
        case (.url, .location): return .address
        case (.news, .newsTitle): return .title
        case (.news, .newsDate): return .date
        case (.sitemap, .location): return .indexedLocation
        case (.item, .title): return .title
        case (.item, .link): return .address
        case (.item, .guid): return attributes["isPermaLink"] == "false" ? nil : .permanentName
        case (.item, .pubDate), (.entry, .published): return .date
        case (.item, .category): return .section
        case (.item, .dublinDate), (.entry, .dublinDate): return .lesserDate
        case (.item, .dublinSubject), (.entry, .dublinSubject): return .lesserSection
        case (.entry, .atomTitle): return Self.isHTML(attributes["type"]) ? .htmlTitle : .title
        case (.entry, .atomLink): takeLink(attributes)
        case (.entry, .atomCategory): if entry.section == nil { entry.section = attributes["term"] }
        default: break
        }
        return nil
    }

    mutating func take(_ text: String, as field: Field) {
        switch field {
        case .address: if entry.address.isEmpty { entry.address = text }
        case .title: if entry.title.isEmpty { entry.title = text }
        case .htmlTitle: if entry.title.isEmpty { entry.title = HTMLText.text(of: text) }
        case .date: if entry.published == nil { entry.published = text }
        case .section: if entry.section == nil { entry.section = text }
        case .lesserDate: if lesserDate == nil { lesserDate = text }
        case .lesserSection: if lesserSection == nil { lesserSection = text }
        case .permanentName: if permanentName == nil { permanentName = text }
        case .indexedLocation: break
        }
    }

    /// The entry, complete.
    func finished(line: Int) -> RawEntry {
        var entry = entry
        if entry.address.isEmpty { entry.address = permanentName ?? "" }
        entry.published = entry.published ?? lesserDate
        entry.section = entry.section ?? lesserSection
        entry.url = entry.address
        entry.line = line
        return entry
    }

    /// RFC 4287, section 4.2.7: a link without `rel` is an alternate. One to a page comes before one to another type.
    private mutating func takeLink(_ attributes: [String: String]) {
        guard (attributes["rel"] ?? "alternate") == "alternate", let target = attributes["href"] else { return }
        let type = attributes["type"]
        let isPage = type == nil || type == "text/html" || type == "application/xhtml+xml"
        guard entry.address.isEmpty || (isPage && !hasPageLink) else { return }
        entry.address = target
        hasPageLink = isPage
    }

    /// `xhtml` is markup of the feed itself, of which the text is taken as it is. Atom 0.3 named the type in full.
    private static func isHTML(_ type: String?) -> Bool { type == "html" || type == "text/html" }
}
