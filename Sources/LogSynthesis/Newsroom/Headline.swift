/// Makes up titles, and the slugs that editors make of them.
enum Headline {
    private static let subjects = [
        "Harbour council", "Night trains", "School gardens", "The old theatre", "Ferry crews", "Cycling clubs",
        "River wardens", "Small bakeries", "Weather service", "The city library", "Tram drivers", "Island mayors",
        "Young voters", "Market traders", "Lighthouse keepers", "Orchard owners",
    ]
    private static let verbs = [
        "welcome", "reject", "delay", "prepare for", "argue about", "return to", "save", "rethink", "vote on",
        "pay for", "celebrate", "warn of",
    ]
    private static let objects = [
        "the new bridge", "a longer summer", "cheaper tickets", "the flood plan", "\"slow streets\" & parks",
        "a quiet winter", "the second tunnel", "early elections", "solar roofs", "the last steamship", "rising rents",
        "the budget <again>", "a smaller team", "the autumn fair", "open data", "the long strike",
    ]
    private static let accented = [
        "Über die Brücke: Kälte im Café", "Señales de nieve en la región", "Fête d'été à l'île", "Œuvre de la forêt",
        "Straßenbahn fährt künftig öfter", "Små båtar, stora vågor", "Żółte światła nad rzeką",
    ]
    private static let japaneseSubjects = ["市議会", "夜行列車", "図書館", "気象台", "島の学校", "商店街", "漁業組合", "若い有権者"]
    private static let japaneseObjects = ["新しい橋の計画", "夏祭り", "安い切符", "洪水対策", "静かな冬", "古い劇場", "予算案"]
    private static let japaneseVerbs = ["を承認", "に反対", "を延期", "について議論", "を発表", "を守る"]

    private static let japanesePerMille = 120
    private static let accentedPerMille = 60
    private static let slugBytes = 40

    static func title(_ random: inout SeededRandom) -> String {
        if random.chance(perMille: japanesePerMille) {
            return random.pick(japaneseSubjects) + "、" + random.pick(japaneseObjects) + random.pick(japaneseVerbs)
        }
        if random.chance(perMille: accentedPerMille) { return random.pick(accented) }
        return [random.pick(subjects), random.pick(verbs), random.pick(objects)].joined(separator: " ")
    }

    /// A title as a path's segment, not yet escaped: letters and digits in lower case, all else a hyphen.
    static func slug(of title: String) -> String {
        var slug = ""
        for scalar in title.unicodeScalars where slug.utf8.count < slugBytes {
            if !scalar.isASCII || scalar.properties.numericType != nil || scalar.properties.isAlphabetic {
                slug.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if !slug.hasSuffix("-") {
                slug.append("-")
            }
        }
        return slug.hasSuffix("-") ? String(slug.dropLast()) : slug
    }
}
