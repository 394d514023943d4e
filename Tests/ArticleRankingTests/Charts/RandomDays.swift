import LogReading
import TestSupport
import ViewCounting

/// Days that a seed decides: some are missing, few views make many ties, articles come, go and change their section.
enum RandomDays {
    static let keys = (1...12).map { ByteString("k\($0)") }
    /// Nil is the site, and an article without a section.
    static let sections: [ByteString?] = [nil, "arts", "sport", "world"]

    static func make(_ random: inout SeededGenerator) throws -> [DayCounts] {
        // Few views, as few as an article of the long tail has, and the numbers around which ranks are made in another way.
        let views = [1...3, 1...20, 4094...4097, 1...2_000_000].randomElement(using: &random) ?? 1...3
        var home = keys.map { _ in sections.randomElement(using: &random) ?? nil }
        var days: [DayCounts] = []
        for number in 1...9 where Int.random(in: 1...8, using: &random) > 1 {
            var articles: [ArticleCounts] = []
            for index in keys.indices where Bool.random(using: &random) {
                if Int.random(in: 1...5, using: &random) == 1 {
                    home[index] = sections.randomElement(using: &random) ?? nil
                }
                articles.append(
                    Days.article(keys[index], Int.random(in: views, using: &random), in: home[index]))
            }
            days.append(try Days.counts("2026-03-0\(number)", articles))
        }
        return days
    }
}
