import LogReading
import Testing
import ViewCounting

@Suite("Clients behind proxies")
struct ForwardedClientsTests {
    private static let trusted = ["10.0.0.0/8", "2001:db8:ffff::/48"].compactMap(ClientNetwork.init)

    private func client(_ connecting: String, _ list: String) -> String {
        Array(connecting.utf8).withByteView { connecting in
            Array(list.utf8).withByteView { list in
                let found = ForwardedClients(trusted: Self.trusted).client(connecting: connecting, list: list)
                return ByteString(found.bytes).text
            }
        }
    }

    @Test(
        "The client is the rightmost address that is not trusted",
        arguments: [
            ("192.0.2.9", "203.0.113.7", "192.0.2.9"), ("name.example", "203.0.113.7", "name.example"),
            ("10.0.0.1", "203.0.113.7", "203.0.113.7"), ("10.0.0.1", "198.51.100.9, 203.0.113.7", "203.0.113.7"),
            ("10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"), ("10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"),
            ("10.0.0.1", "203.0.113.7, unknown, 10.0.0.2", "10.0.0.2"),
            ("10.0.0.1", "203.0.113.7, , 10.0.0.2", "10.0.0.2"),
            ("10.0.0.1", "", "10.0.0.1"), ("10.0.0.1", "-", "10.0.0.1"), ("10.0.0.1", ",", "10.0.0.1"),
            ("10.0.0.1", "203.0.113.7:4711", "203.0.113.7"), ("10.0.0.1", "203.0.113.7:x", "10.0.0.1"),
            ("10.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"), ("10.0.0.1", "[2001:db8::7", "10.0.0.1"),
            ("10.0.0.1", "[203.0.113.7]", "10.0.0.1"), ("10.0.0.1", "\t 203.0.113.7 \t", "203.0.113.7"),
            ("2001:db8:ffff::1", "2001:db8::7", "2001:db8::7"), ("10.0.0.1", "::ffff:10.0.0.9", "::ffff:10.0.0.9"),
            ("10.0.0.1", "10.0.0.256, 10.0.0.2", "10.0.0.2"), ("10.0.0.1", "203.0.113.7,", "10.0.0.1"),
        ])
    func table(connecting: String, list: String, expected: String) {
        #expect(client(connecting, list) == expected)
    }

    @Test("What stands left of the first address that is not trusted changes nothing", arguments: UInt64(0)..<200)
    func leftIsNotBelieved(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func pick(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let elements = [
            "10.0.0.2", "203.0.113.7", "unknown", "", "[2001:db8::7]:1", "10.9.9.9:80", "2001:db8:ffff::2", "x,y",
        ]
        let list = (0..<pick(6)).map { _ in elements[pick(elements.count)] }
        // The slow twin: the walk as a fold over the list, right to left.
        let addresses = [
            "10.0.0.2": "10.0.0.2", "203.0.113.7": "203.0.113.7", "[2001:db8::7]:1": "2001:db8::7",
            "10.9.9.9:80": "10.9.9.9", "2001:db8:ffff::2": "2001:db8:ffff::2",
        ]
        var expected = "10.0.0.1"
        for element in list.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }).reversed() {
            guard let address = addresses[String(element)] else { break }
            expected = address
            if !address.hasPrefix("10.") && !address.hasPrefix("2001:db8:ffff:") { break }
        }
        let found = client("10.0.0.1", list.joined(separator: ", "))
        #expect(found == expected, "seed \(seed): \(list)")
        if found == "203.0.113.7" {
            #expect(client("10.0.0.1", "192.0.2.66, " + list.joined(separator: ", ")) == found)
        }
    }
}
