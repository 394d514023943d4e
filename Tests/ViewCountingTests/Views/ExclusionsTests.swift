import Foundation
import TestSupport
import Testing
import ViewCounting

@Suite("Exclusions")
struct ExclusionsTests {
    @Test("A client is in or out as the table says", arguments: try Table.load("clients", from: .module))
    func clients(row: Table.Row) {
        guard let network = ClientNetwork(row.text("network")) else {
            #expect(row.text("verdict") == "bad network")
            return
        }
        let isExcluded = Exclusions(clients: [network]).excludes(client: row.bytes("client"))
        #expect((isExcluded ? "in" : "out") == row.text("verdict"))
    }

    @Test("Agents are excluded by substrings, A-Z equal to a-z")
    func agents() {
        let exclusions = Exclusions(agents: ["UptimeCheck", "x/1"])
        #expect(exclusions.excludes(agent: Array("my uptimecheck".utf8)))
        #expect(exclusions.excludes(agent: Array("X/1".utf8)))
        #expect(!exclusions.excludes(agent: Array("Uptime Check".utf8)))
        #expect(!exclusions.excludes(agent: []))
    }

    @Test("Articles are excluded by the path they came by, or by their key")
    func articles() throws {
        let exclusions = Exclusions(paths: [try PathPattern("/preview/**")], articles: ["981", "/a?id=7"])
        let address = { (key: String, path: String) in
            ArticleAddress(key: Array(key.utf8), path: Array(path.utf8), section: nil)
        }
        #expect(exclusions.excludes(article: address("7", "/preview")))
        #expect(exclusions.excludes(article: address("7", "/preview/a/b")))
        #expect(exclusions.excludes(article: address("981", "/a/b")))
        #expect(exclusions.excludes(article: address("/a?id=7", "/a")))
        #expect(!exclusions.excludes(article: address("7", "/previews")))
        #expect(!exclusions.excludes(article: address("98", "/981")))
    }

    @Test("What is not excluded by anything need not be asked")
    func flags() throws {
        #expect(Exclusions().isEmpty)
        let network = try #require(ClientNetwork("10.0.0.0/8"))
        let one = Exclusions(clients: [network])
        #expect(one.hasClients && !one.hasAgents && !one.hasArticles && !one.isEmpty)
        #expect(Exclusions(agents: ["x"]).hasAgents)
        #expect(Exclusions(paths: [try PathPattern("/x")]).hasArticles)
        #expect(Exclusions(articles: ["x"]).hasArticles)
    }

    @Test("A network holds the addresses whose first bits are its own, and no name", arguments: 0..<20)
    func networks(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let base = UInt32.random(in: 0 ... .max, using: &generator)
            let bits = UInt32.random(in: 0...32, using: &generator)
            let exclusions = Exclusions(clients: [try #require(ClientNetwork("\(Self.text(base))/\(bits)"))])
            // Near the network as often as anywhere.
            let address =
                generator.next() % 2 == 0
                ? base ^ 1 << (generator.next() % 32) : UInt32(truncatingIfNeeded: generator.next())
            let isIn = bits == 0 || address >> (32 - bits) == base >> (32 - bits)
            let client = Self.text(address)
            #expect(exclusions.excludes(client: Array(client.utf8)) == isIn, "\(client) in \(Self.text(base))/\(bits)")
            for other in [client + ".", client + "x", "x" + client, "::ffff:" + client, client + ":80", "0" + client] {
                #expect(!exclusions.excludes(client: Array(other.utf8)), "\(other) in \(Self.text(base))/\(bits)")
            }
        }
    }

    private static func text(_ address: UInt32) -> String {
        [24, 16, 8, 0].map { "\(address >> $0 & 255)" }.joined(separator: ".")
    }

    @Test("Random bytes never trap", arguments: 0..<20)
    func randomBytes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let network = try #require(ClientNetwork("::/0"))
        let exclusions = Exclusions(clients: [network])
        for _ in 0..<500 {
            let bytes = generator.row(of: Array("0123456789abcf:./%".utf8) + [0, 0xFF], upTo: 50)
            _ = exclusions.excludes(client: bytes)
            _ = ClientNetwork(String(decoding: bytes, as: UTF8.self))
        }
    }
}
