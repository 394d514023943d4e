import Foundation
import ProgramTestSupport
import Testing

/// The README's shell blocks, run one after the other in a copy of what they are about.
@Suite("README")
struct ReadmeTests {
    private static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// A block of shell, and the text that is shown below it.
    private struct Block {
        var commands: String
        var output: String?
    }

    private func readme() throws -> String {
        try String(contentsOf: Self.project.appendingPathComponent("README.md"), encoding: .utf8)
    }

    @Test("Its shell blocks run, and write what stands below them")
    func shellBlocks() throws {
        let scratch = try Scratch()
        for name in ["Samples", "README.md"] {
            try FileManager.default.copyItem(
                atPath: Self.project.appendingPathComponent(name).path, toPath: scratch.place(name))
        }
        let blocks = blocks(of: try readme())
        #expect(blocks.filter { $0.output != nil }.count >= 5)
        for block in blocks {
            try scratch.write(Array(("exec 2>&1\n" + block.commands).utf8), to: "block.sh")
            var shell = Program(executable: URL(fileURLWithPath: "/bin/bash"), arguments: ["-eu", "block.sh"])
            shell.environment = ["PATH": "\(Binary.folder):/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
            let ending = try shell.run(in: scratch)
            #expect(ending.status == 0, "\(block.commands)\n\(ending.output)")
            if ending.output != block.output ?? "" {
                let difference = TextDifference.between(ending.stdout, Array((block.output ?? "").utf8))
                Issue.record("the output of\n\(block.commands)\(difference)\nall of it:\n\(ending.output)")
            }
        }
    }

    @Test("What it shows of a report stands in that report")
    func excerpts() throws {
        let lines = try readme().split(separator: "\n", omittingEmptySubsequences: false)
        var report: [Substring] = []
        var excerpts = 0
        for line in lines {
            if let name = line.firstMatch(of: /<!-- lines of (.+) -->/)?.1 {
                report = try String(contentsOf: Self.project.appendingPathComponent(String(name)), encoding: .utf8)
                    .split(separator: "\n")
                excerpts += 1
            } else if line == "<!-- end -->" {
                report = []
            } else if !report.isEmpty, !line.isEmpty {
                #expect(report.contains(line))
            }
        }
        #expect(excerpts > 0)
    }

    @Test("Every file and folder that the project's pages link to is there")
    func links() throws {
        let pages = [
            "README.md", "CHANGELOG.md", "Samples/README.md", "Samples/deploy/README.md",
            "Tests/EndToEndTests/Cases/README.md",
        ]
        let docs = FileTree(at: Self.project.appendingPathComponent("docs").path).entries.keys.map { "docs/\($0)" }
        for page in pages + docs.sorted() where page.hasSuffix(".md") {
            let url = Self.project.appendingPathComponent(page)
            for match in try String(contentsOf: url, encoding: .utf8).matches(of: /\]\(([^)#]+)[^)]*\)/)
            where !match.1.contains("://") {
                let target = url.deletingLastPathComponent().appendingPathComponent(String(match.1))
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(match.1)")
            }
        }
    }

    /// The `sh` blocks without their lines of `make`; those of nothing else are left out.
    private func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var language: Substring?
        var content = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("```") else {
                if language != nil, !(language == "sh" && line.hasPrefix("make ")) { content += line + "\n" }
                continue
            }
            switch language {
            case nil: (language, content) = (line.dropFirst(3), "")
            case "sh":
                if !content.isEmpty { blocks.append(Block(commands: content)) }
                language = nil
            case "text":
                if !blocks.isEmpty { blocks[blocks.count - 1].output = content }
                language = nil
            default: language = nil
            }
        }
        return blocks
    }
}
