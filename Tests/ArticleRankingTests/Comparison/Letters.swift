import TestSupport

@testable import ArticleRanking

/// Lists of letters in place of articles: `a (bc) d`, the first rank first, those in brackets with one rank.
enum Letters {
    static func ranks(_ list: String) -> [String: Int] {
        var ranks: [String: Int] = [:]
        for group in list.split(separator: " ") {
            let rank = ranks.count + 1
            for letter in group where letter.isLetter { ranks[String(letter)] = rank }
        }
        return ranks
    }

    static func joined(_ then: [String: Int], _ now: [String: Int]) -> [RankBiasedOverlap.Ranks] {
        Set(then.keys).union(now.keys).sorted().map { (then[$0], now[$0]) }
    }

    /// 1 to 12 letters of the first 16, some of which share a rank.
    static func some(_ random: inout SeededGenerator) -> [String: Int] {
        let letters = "abcdefghijklmnop".shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random))
        var ranks: [String: Int] = [:]
        var rank = 1
        for letter in letters {
            if Bool.random(using: &random) { rank = ranks.count + 1 }
            ranks[String(letter)] = rank
        }
        return ranks
    }

    /// The list and up to 8 more letters behind it, each with a rank of its own.
    static func carried(_ ranks: [String: Int], _ random: inout SeededGenerator) -> [String: Int] {
        var ranks = ranks
        let others = "abcdefghijklmnopqrst".map(String.init).filter { ranks[$0] == nil }.shuffled(using: &random)
        for letter in others.prefix(Int.random(in: 0...8, using: &random)) { ranks[letter] = ranks.count + 1 }
        return ranks
    }
}
