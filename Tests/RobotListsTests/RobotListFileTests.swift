import RobotLists
import TestSupport
import Testing
import ViewCounting

@Suite("Files with lists of robots")
struct RobotListFileTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func load(_ text: String, name: String = "list.txt") throws -> RobotList {
        try RobotListFile.load(path: folder.file(name, Array(text.utf8)))
    }

    @Test("The JSON of crawler-user-agents is a list in which case counts")
    func json() throws {
        let list = try load(
            #" [{"pattern": "Examplebot\\/", "instances": ["Examplebot/1"]}, {"pattern": "[sS]ample"}]"#, name: "c.json"
        )
        #expect(list.name == "c.json")
        #expect(list.entries.map(\.token) == ["Examplebot\\/", "[sS]ample"])
        let rules = RobotRules(lists: [list])
        #expect(rules.judge(agent: Array("x Examplebot/2".utf8)) == .robot(.listed(list.entries[0], list: "c.json")))
        #expect(rules.judge(agent: Array("a sample".utf8)) == .robot(.listed(list.entries[1], list: "c.json")))
        #expect(rules.judge(agent: Array("examplebot/2".utf8)) == .person)
    }

    @Test("A text is a list of a regular expression on each line, in which case does not count")
    func lines() throws {
        let list = try load("# mine\nExample\\sBot\r\n\n[^a]weird\n^only$")
        #expect(list.entries.map(\.token) == ["Example\\sBot", "[^a]weird", "^only$"])
        let rules = RobotRules(lists: [list])
        #expect(rules.judge(agent: Array("EXAMPLE BOT".utf8)) == .robot(.listed(list.entries[0], list: "list.txt")))
        #expect(rules.judge(agent: Array("ONLY".utf8)) == .robot(.listed(list.entries[2], list: "list.txt")))
        #expect(rules.judge(agent: Array("only one".utf8)) == .person)
    }

    @Test("The version is the beginning of the file's SHA-256")
    func version() throws {
        #expect(try load("a").version == "ca978112ca1b")
    }

    @Test("The name is that of the file, in letters that reports can hold side by side")
    func name() throws {
        #expect(try load("a", name: "my list, né+1.txt").name == "my_list__n__1.txt")
    }

    @Test(
        "A file that is no list is told with what is wrong and what to do",
        arguments: [
            ("", "holds no pattern; fetch it again, or take it out of the list"),
            ("[]", "holds no pattern; fetch it again, or take it out of the list"),
            ("# nothing\n", "holds no pattern; fetch it again, or take it out of the list"),
            ("[{\"pattern\": 1}]", "is no JSON of crawler-user-agents; fetch it again"),
            ("[{\"pattern\": \"a\"}", "is no JSON of crawler-user-agents; fetch it again"),
            ("[{\"pattern\": \"a\"}, {}]", "has no \"pattern\" in its entry 2; fetch it again"),
            (
                "[{\"pattern\": \"\"}]",
                "has an empty pattern in its entry 1; take it out: it would make everybody a robot"
            ),
            (
                "fine\na(b",
                "has a pattern on its line 2 that is no regular expression: \"a(b\"; mend it, or take it out"
            ),
        ])
    func mistakes(text: String, message: String) throws {
        let error = try #require(throws: RobotListError.self) { try load(text) }
        #expect("\(error.problem); \(error.remedy)" == message)
        #expect(!error.isMissing)
    }

    @Test("A file that is not UTF-8 is told")
    func notUTF8() throws {
        let path = try folder.file("l", [0x61, 0xFF])
        let error = try #require(throws: RobotListError.self) { try RobotListFile.load(path: path) }
        #expect(error.problem == "is not UTF-8 text")
    }

    @Test("A missing list of the folder robots is told with the command that fetches it, another is not")
    func missing() throws {
        let fetched = try #require(throws: RobotListError.self) {
            try RobotListFile.load(path: "\(folder.path)/robots/list.json")
        }
        #expect(fetched.isMissing)
        #expect(fetched.remedy.hasPrefix("run make robots where accessrank was built"))
        let other = try #require(throws: RobotListError.self) {
            try RobotListFile.load(path: "\(folder.path)/list.json")
        }
        #expect(other.remedy == "name a file that is there, or take it out of the list")
    }
}
