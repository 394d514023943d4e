import Testing

@testable import LogSynthesis

@Suite struct AudienceTests {
    @Test("No two readers share both address and agent, though some share an address", arguments: Sample.seeds)
    func readers(seed: UInt64) {
        let count = 40_000
        let audience = Audience(visitors: count, seed: seed)
        var pairs: Set<[UInt8]> = []
        var addresses: Set<[UInt8]> = []
        for reader in 0..<UInt32(count) {
            var address: [UInt8] = []
            audience.appendAddress(ofVisitor: reader, to: &address)
            addresses.insert(address)
            pairs.insert(address + [0] + audience.agent(ofVisitor: reader).bytes)
        }
        #expect(pairs.count == count)
        #expect(addresses.count < count - count / 20)
    }

    @Test("Addresses are scrambled one to one")
    func scramble() {
        let numbers: Range<UInt32> = 0..<300_000
        let scrambled = Set((numbers.map { $0 } + numbers.map { 0x7FFF_FFFF - $0 }).map(Audience.scramble))
        #expect(scrambled.count == 2 * numbers.count)
        #expect(scrambled.allSatisfy { $0 < 0x8000_0000 })
    }

    @Test("No reader comes from the network that the profile excludes", arguments: Sample.seeds)
    func network(seed: UInt64) {
        let audience = Audience(visitors: 10_000, seed: seed)
        for reader: UInt32 in 0..<10_000 {
            var address: [UInt8] = []
            audience.appendAddress(ofVisitor: reader, to: &address)
            #expect(!address.starts(with: Array("10.".utf8)))
        }
    }
}
