import LogReading
import Testing
import ViewCounting

@Suite("The salts of days")
struct VisitorKeysTests {
    private let known = SipKey(low: 1, high: 2)
    private let monday = CalendarDay(number: 20_514)

    @Test("A day that has a salt keeps it; others get one of their own, the same each time")
    func salts() {
        let keys = VisitorKeys(agents: .random(), salts: [monday: known])
        #expect(keys.salt(of: monday) == known)
        let others = (1...100).map { keys.salt(of: CalendarDay(number: monday.number + Int32($0))) }
        #expect(Set(others).count == 100 && !others.contains(known))
        #expect(keys.salt(of: monday.next) == others[0])
        #expect(Set(others.map(\.low)).isDisjoint(with: others.map(\.high)), "both halves are made anew")
    }

    @Test("Without the same seed nobody makes the same salts")
    func seeds() {
        let (one, other) = (VisitorKeys.random(), VisitorKeys.random())
        #expect(one.salt(of: monday) != other.salt(of: monday))
        #expect(one.agents != other.agents)
        let seed = SipKey(low: 3, high: 4)
        let again = [1, 2].map {
            VisitorKeys(agents: SipKey(low: $0, high: 0), salts: [:], seed: seed).salt(of: monday)
        }
        #expect(again[0] == again[1])
    }
}
