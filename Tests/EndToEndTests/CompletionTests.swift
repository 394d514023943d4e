import Foundation
import ProgramTestSupport
import Testing

/// What bash offers where somebody presses the tab key.
@Suite("Completion")
struct CompletionTests {
    /// Asks the completions as bash does; the last word is the one being typed, and is empty behind a space.
    private func offers(_ typed: String) throws -> [String] {
        let scratch = try Scratch()
        for name in ["site.yaml", "other.yml", "access.log", "logs/access.log.1"] { try scratch.write([], to: name) }
        let script = try Program.accessrank(["--generate-completion-script", "bash"]).run(in: scratch)
        #expect(script.status == 0)
        try scratch.write(script.stdout, to: "completions")
        try scratch.write(Array(Self.asking.utf8), to: "ask")
        var bash = Program(executable: URL(fileURLWithPath: "/bin/bash"), arguments: ["ask", typed])
        bash.environment["PATH"] = "\(Binary.folder):/usr/bin:/bin"
        let ending = try bash.run(in: scratch)
        #expect(ending.errors == "")
        return ending.output.split(separator: "\n").map(String.init).sorted()
    }

    private static let asking = """
        source ./completions
        COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=9 COMP_KEY=9
        read -ra COMP_WORDS <<<"$COMP_LINE"
        case $COMP_LINE in *' ') COMP_WORDS+=('') ;; esac
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _accessrank accessrank "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
        printf '%s\\n' "${COMPREPLY[@]}"
        """

    @Test(
        "What is offered",
        arguments: [
            ("accessrank pro", ["process"]),
            ("accessrank re", ["rebuild", "resolve"]),
            ("accessrank rank 2026-03-02 --as ", ["csv", "json", "md"]),
            ("accessrank check access.log --as j", ["json"]),
            ("accessrank process --format vhost", ["vhost_combined", "vhost_common"]),
            ("accessrank process --format nginx", ["nginx_json"]),
            ("accessrank process --timezone Asia/Tok", ["Asia/Tokyo"]),
            ("accessrank process --timezone UT", ["UTC"]),
            ("accessrank process --no-h", ["--no-history"]),
            ("accessrank days --profile ", ["logs", "other.yml", "site.yaml"]),
            ("accessrank process --reports ", ["logs"]),
            ("accessrank process acc", ["access.log"]),
            ("accessrank process --profile site.yaml logs/", ["logs/access.log.1"]),
        ])
    func offered(typed: String, words: [String]) throws {
        #expect(try offers(typed) == words)
    }

    @Test("A command offers its own options", arguments: ["process", "check", "rank", "purge", "init"])
    func options(command: String) throws {
        let help = try Program.accessrank([command, "--help"]).run(in: Scratch()).output
        let options = help.matches(of: /(?:^|\s)(--[a-z-]+)/.anchorsMatchLineEndings()).map { String($0.1) }
        let offered = try offers("accessrank \(command) --")
        #expect(options.count > 3)
        #expect(Set(offered).isSuperset(of: options))
    }

    @Test("The completions of each shell are what the shell can read", arguments: ["bash", "zsh", "fish"])
    func syntax(shell: String) throws {
        let scratch = try Scratch()
        let script = try Program.accessrank(["--generate-completion-script", shell]).run(in: scratch)
        try scratch.write(script.stdout, to: "completions")
        #expect(script.output.contains("process"))
        let path = ["/bin", "/usr/bin"].map { "\($0)/\(shell)" }.first(where: FileManager.default.isExecutableFile)
        guard let path else { return }
        let check = try Program(executable: URL(fileURLWithPath: path), arguments: ["-n", "completions"])
            .run(in: scratch)
        #expect(check.status == 0)
        #expect(check.errors == "")
    }
}
