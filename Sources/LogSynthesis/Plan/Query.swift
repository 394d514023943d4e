/// What follows the path: nothing that tells articles apart.
enum Query: UInt8, CaseIterable, Sendable {
    case none, campaign, facebook, google, reference, empty, fragment

    private static let nonePerMille = 780

    static func draw(_ random: inout SeededRandom) -> Query {
        if random.chance(perMille: nonePerMille) { return .none }
        return allCases[1 + random.skewedBelow(allCases.count - 1)]
    }
}
