/// Who comes: readers with an address and an agent each, robots, the site's own watchers.
///
/// No two readers share both address and agent; some households and offices share an address.
struct Audience: Sendable {
    /// Readers are numbered in blocks of this many; those of a block can share an address.
    private static let blockSize: UInt32 = 4
    private static let sharedBlocksPerCent: UInt64 = 12
    private static let newAddressesPerCent: UInt64 = 28
    /// Between the agents of neighbours, so that these differ: any number, blocks being smaller than the list.
    private static let agentStride = 7
    private static let robotAddresses = 24

    /// First bytes of readers' IPv4 addresses: 128 of them, none private, reserved or of 10.0.0.0/8.
    private static let firstBytes: [Int] = Array(14...99) + Array(101...126) + Array(128...143)

    /// How many readers there are, numbered from 0.
    let visitors: Int
    private let secret: UInt64

    init(visitors: Int, seed: UInt64) {
        self.visitors = min(visitors, Int(Int32.max))
        var random = SeededRandom(seed: seed, stream: SiteModel.Stream.audience)
        secret = random.next()
    }

    func agent(ofVisitor visitor: UInt32) -> AgentName {
        let (block, slot) = visitor.quotientAndRemainder(dividingBy: Self.blockSize)
        var random = SeededRandom(seed: secret, stream: UInt64(block) << 8 | 1)
        let count = PeopleAgents.all.count
        return PeopleAgents.all[(random.skewedBelow(count) + Int(slot) * Self.agentStride) % count]
    }

    func appendAddress(ofVisitor visitor: UInt32, to line: inout [UInt8]) {
        let block = visitor / Self.blockSize
        let isShared = SeededRandom.mix(secret ^ UInt64(block)) % 100 < Self.sharedBlocksPerCent
        let index = isShared ? block * Self.blockSize : visitor
        let noise = SeededRandom.mix(secret &+ UInt64(index))
        let bits = Self.scramble(index)
        if noise % 100 < Self.newAddressesPerCent {
            line.append(text: "2001:db8:")
            for group in [bits >> 16, UInt32(noise >> 48), UInt32(noise >> 32 & 0xFFFF), UInt32(noise >> 16 & 0xFFFF)] {
                line.append(hexadecimal: group)
                line.append(":")
            }
            line.append(hexadecimal: UInt32(noise >> 8 & 0xFF))
            line.append(":")
            line.append(hexadecimal: bits & 0xFFFF)
        } else {
            line.append(decimal: Self.firstBytes[Int(bits >> 24)])
            for shift: UInt32 in [16, 8, 0] {
                line.append(".")
                line.append(decimal: Int(bits >> shift & 255))
            }
        }
    }

    func agent(ofRobot robot: UInt32) -> AgentName {
        RobotAgents.all[Int(robot) % RobotAgents.all.count]
    }

    /// A robot comes from some addresses of the networks that are set aside for documentation (RFC 5737).
    func appendAddress(ofRobot robot: UInt32, detail: UInt32, to line: inout [UInt8]) {
        line.append(text: robot % 2 == 0 ? "198.51.100." : "203.0.113.")
        line.append(decimal: (Int(robot) * 5 + Int(detail) % Self.robotAddresses) % 254 + 1)
    }

    /// The site's own network, which the profile excludes.
    static func appendInHouseAddress(_ number: UInt32, to line: inout [UInt8]) {
        line.append(text: "10.20.")
        line.append(decimal: Int(number >> 8 & 3))
        line.append(".")
        line.append(decimal: Int(number & 255))
    }

    /// One-to-one on the numbers below 2^31, so that different readers get different addresses.
    static func scramble(_ number: UInt32) -> UInt32 {
        let mask: UInt32 = 0x7FFF_FFFF
        var bits = (number &* 0x3C6E_F35F &+ 0x1234_5677) & mask
        bits ^= bits >> 16
        bits = (bits &* 0x2545_F491) & mask
        return bits ^ (bits >> 15)
    }
}
