import LogReading
import ViewCounting

/// The sections of a day's articles, numbered from 0 as they come.
struct SectionNumbers {
    /// By article; nil for none.
    private(set) var numbers: [Int?] = []
    /// By number.
    private(set) var names: [ByteString] = []

    /// - Parameter numbered: The same articles as numbers, where they are at hand: then each name is looked at once.
    init(of articles: [ArticleCounts], as numbered: NumberedDay?) {
        numbers.reserveCapacity(articles.count)
        if let numbered {
            var known: [Int?] = []
            for (article, row) in numbered.rows.enumerated() {
                guard row.section != PlaceTable.noSection else {
                    numbers.append(nil)
                    continue
                }
                let section = Int(row.section)
                if section >= known.count { known += Array(repeating: nil, count: section + 1 - known.count) }
                let number = known[section] ?? names.count
                if number == names.count {
                    known[section] = number
                    names.append(articles[article].section ?? "")
                }
                numbers.append(number)
            }
        } else {
            var known: [ByteString: Int] = [:]
            for article in articles.indices {
                guard let name = articles[article].section else {
                    numbers.append(nil)
                    continue
                }
                let number = known[name] ?? names.count
                if number == names.count {
                    known[name] = number
                    names.append(name)
                }
                numbers.append(number)
            }
        }
    }
}
