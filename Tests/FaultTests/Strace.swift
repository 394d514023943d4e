import Foundation
import ProgramTestSupport

/// Runs of a program whose system calls are watched, or made to fail.
enum Strace {
    static let path = "/usr/bin/strace"

    /// The calls that change a file system.
    static let changing = [
        "write", "pwrite64", "writev", "pwritev", "fsync", "fdatasync", "rename", "renameat", "renameat2", "unlink",
        "unlinkat", "ftruncate", "fallocate",
    ]

    /// What is done to a call.
    enum Fault: String, CaseIterable {
        case kill = "signal=KILL"
        case noSpace = "error=ENOSPC"
        case ioError = "error=EIO"
    }

    /// A call by its name and its number, from 1, among those of this name in one thread.
    struct Call: Hashable, CustomStringConvertible {
        var name: String
        var number: Int

        var description: String { "\(name) \(number)" }
    }

    /// The program with one of its calls made to fail.
    static func injecting(_ fault: Fault, at call: Call, into program: Program) -> Program {
        var traced = wrapped(
            program,
            [
                "-e", "trace=\(call.name)", "-e", "inject=\(call.name):\(fault.rawValue):when=\(call.number)", "-o",
                "/dev/null",
            ])
        traced.environment = program.environment
        return traced
    }

    static func wrapped(_ program: Program, _ options: [String]) -> Program {
        var traced = Program(
            executable: URL(fileURLWithPath: path),
            arguments: ["-f", "-qq"] + options + [program.executable.path] + program.arguments, stdin: program.stdin)
        traced.environment = program.environment
        return traced
    }

    /// The calls that a run makes, most of any one thread for each name.
    static func calls(of program: Program, in folder: Scratch) throws -> [Call] {
        let output = try Scratch()
        let ending = try wrapped(
            program, ["-e", "trace=\(changing.joined(separator: ","))", "-o", output.place("trace")]
        ).run(in: folder)
        guard ending.status == 0 else { throw CocoaError(.executableLoad) }
        var counts: [String: [Substring: Int]] = [:]
        for line in try output.text("trace").split(separator: "\n") where !line.contains("<... ") {
            // `7955  pwrite64(5, ...`, with one space or more: the number's width is fixed.
            let words = line.prefix { $0 != "(" }.split(separator: " ")
            guard words.count == 2, changing.contains(String(words[1])) else { continue }
            let name = String(words[1])
            counts[name, default: [:]][words[0], default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.flatMap { name, threads in
            (1...(threads.values.max() ?? 1)).map { Call(name: name, number: $0) }
        }
    }
}
