import ArticleRanking
import LogReading
import ViewCounting

/// Makes headlines of the entries of files, puts those of one key together, and keeps what was wrong.
final class EntryCollector {
    private let rules: ArticleRules
    private var times: PublicationTimes
    private var entries: [CatalogueEntry] = []
    private var places: [ByteString: Int] = [:]
    private var problems: [CatalogueProblem] = []
    private var accounting = CatalogueAccounting()

    private var file = ""
    /// Headlines of the file at hand.
    private(set) var headlinesOfFile = 0
    private var badDates = 0
    private var firstBadDate: (text: String, line: Int?)?

    init(rules: ArticleRules, calendar: SiteCalendar) {
        self.rules = rules
        times = PublicationTimes(calendar: calendar)
    }

    var reading: CatalogueReading {
        CatalogueReading(entries: entries, problems: problems, accounting: accounting)
    }

    /// Problems and headlines are this file's from here on.
    func beginFile(_ name: String) {
        file = name
        headlinesOfFile = 0
        badDates = 0
        firstBadDate = nil
    }

    /// Tells of dates that could not be read; once, when the file has been read.
    func endFile() {
        guard let first = firstBadDate else { return }
        let count = badDates == 1 ? "a date that cannot be read" : "\(badDates) dates that cannot be read, the first"
        note(
            "has \(count): \"\(Quotation.shortened(first.text))\"; the articles are taken without a date",
            line: first.line, remedy: "write it like 2026-03-01T09:30:00+09:00", isFatal: false)
        firstBadDate = nil
    }

    func note(
        _ problem: String, line: Int? = nil, column: Int? = nil, remedy: String, isFatal: Bool
    ) {
        note(
            CatalogueProblem(
                file: file, line: line, column: column, problem: problem, remedy: remedy, isFatal: isFatal))
    }

    func note(_ problem: CatalogueProblem) { problems.append(problem) }

    /// How many headlines came before something broke, as the middle of a message.
    var takenBefore: String {
        switch headlinesOfFile {
        case 0: "no headline was taken"
        case 1: "1 headline before it was taken"
        default: "\(headlinesOfFile) headlines before it were taken"
        }
    }

    func add(_ entry: RawEntry) {
        accounting.entries += 1
        let title = HeadlineText.cleaned(entry.title)
        guard !title.isEmpty else {
            accounting.untitled += 1
            return
        }
        let address = HeadlineText.trimmed(entry.address)
        guard case .article(let article) = rules.judge(target: Self.target(of: address)) else {
            accounting.otherPages += 1
            return
        }
        accounting.headlines += 1
        headlinesOfFile += 1
        let url = entry.url.map { HeadlineText.trimmed($0) } ?? ""
        put(
            Headline(
                title: title, section: section(entry.section), published: published(entry),
                url: url.isEmpty ? nil : String(url)),
            under: ByteString(article.key))
    }

    /// The last entry of a key holds, field by field; what it leaves out stays.
    private func put(_ headline: Headline, under key: ByteString) {
        guard let place = places[key] else {
            places[key] = entries.count
            entries.append(CatalogueEntry(key: key, headline: headline))
            return
        }
        let before = entries[place].headline
        entries[place] = CatalogueEntry(
            key: key,
            headline: Headline(
                title: headline.title, section: headline.section ?? before.section,
                published: headline.published ?? before.published, url: headline.url ?? before.url))
    }

    /// As a request target. An address that begins with `//` has a host before its path, unlike a request's.
    private static func target(of address: Substring) -> [UInt8] {
        Array((address.hasPrefix("//") ? "https:" + address : address).utf8)
    }

    /// Newsrooms have few sections and name each of them in many entries.
    private var sections: [String: ByteString] = [:]

    private func section(_ text: String?) -> ByteString? {
        guard let text else { return nil }
        if let known = sections[text] { return known }
        let name = HeadlineText.cleaned(text)
        guard !name.isEmpty else { return nil }
        let section = ByteString(CanonicalPath.segment(Array(name.utf8)))
        sections[text] = section
        return section
    }

    private func published(_ entry: RawEntry) -> PublicationTime? {
        guard let text = entry.published else { return nil }
        let date = HeadlineText.trimmed(text)
        guard !date.isEmpty else { return nil }
        if let time = times.time(String(date)) { return time }
        badDates += 1
        if firstBadDate == nil { firstBadDate = (String(date), entry.line) }
        return nil
    }
}
