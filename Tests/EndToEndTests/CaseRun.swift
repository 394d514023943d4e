import Foundation
import ProgramTestSupport

/// A case being run: its steps one after the other, in a folder of its own.
struct CaseRun {
    private(set) var stdout: [UInt8] = []
    private(set) var stderr: [UInt8] = []
    /// The exit status of each run of the program, a line for each.
    private(set) var exits = ""
    let scratch: Scratch
    /// Where several steps say something, it is told which.
    private let namesSteps: Bool
    private var stamps: [String: [String: [Int]]] = [:]

    init(_ test: Case) throws {
        scratch = try Scratch()
        namesSteps = test.steps.filter { $0.words[0] == "accessrank" || $0.words[0].contains("=") }.count > 1
        for name in try FileManager.default.contentsOfDirectory(atPath: test.folder.path)
        where !CaseRun.ownFiles.contains(name) {
            try FileManager.default.copyItem(atPath: test.file(name).path, toPath: scratch.place(name))
            try setWritten(name)
        }
        for step in test.steps { try run(step) }
    }

    private static let ownFiles: Set = ["command", "stdout", "stderr", "exit", "expected"]

    private mutating func run(_ step: Step) throws {
        let words = step.words
        if words.count > 2, words[1] == "<" {
            try scratch.write(CaseInput(words[2...], in: scratch).bytes, to: words[0])
            return try setWritten(words[0])
        }
        switch (words[0], words.count) {
        case ("folder", 2): try make(folder: words[1])
        case ("link", 3):
            try FileManager.default.createSymbolicLink(atPath: scratch.place(words[1]), withDestinationPath: words[2])
        case ("touch", 2): try setWritten(words[1], Date(timeIntervalSinceNow: 3600))
        case ("move", 3):
            try FileManager.default.moveItem(atPath: scratch.place(words[1]), toPath: scratch.place(words[2]))
        case ("remove", 2): try FileManager.default.removeItem(atPath: scratch.place(words[1]))
        case ("show", 2): show(words[1], (try? scratch.text(words[1])) ?? "(no such file)\n")
        case ("tree", 2): show(words[1], scratch.tree(words[1]).listing)
        case ("same", 3):
            let difference = scratch.tree(words[1]).difference(from: scratch.tree(words[2]))
            say("\(words[1]) and \(words[2]): \(difference ?? "the same")\n")
        case ("note", 2): stamps[words[1]] = FileTree.stamps(of: scratch.place(words[1]))
        case ("untouched", 2):
            let isUntouched = stamps[words[1]] == FileTree.stamps(of: scratch.place(words[1]))
            say("\(words[1]): \(isUntouched ? "untouched" : "touched")\n")
        default: try runProgram(step)
        }
    }

    /// `TZ=Asia/Tokyo accessrank process access.txt < other.txt`
    private mutating func runProgram(_ step: Step) throws {
        let settings = step.words.prefix { $0.contains("=") }
        var arguments = Array(step.words.dropFirst(settings.count))
        guard arguments.first == "accessrank" else {
            throw Case.Malformed(description: "\(step.line): no such step")
        }
        arguments.removeFirst()
        // A broken program that replaces its output must not find a device of the machine there.
        guard !arguments.contains(where: { $0.hasPrefix("/dev/") }) else {
            throw Case.Malformed(description: "\(step.line): name a device through a link")
        }
        var program = Program.accessrank([])
        for setting in settings {
            let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            program.environment[parts[0]] = parts[1]
        }
        if arguments.count > 1, ["<", "<|"].contains(arguments[arguments.count - 2]) {
            program.stdin = arguments.removeLast()
            program.pipesInput = arguments.removeLast() == "<|"
        }
        program.arguments = arguments
        let ending = try program.run(in: scratch)
        let heading = namesSteps ? Array("$ \(step.line)\n".utf8) : []
        if !ending.stdout.isEmpty { stdout += heading + ending.stdout }
        if !ending.stderr.isEmpty { stderr += heading + ending.stderr }
        exits += "\(ending.status)\n"
    }

    private func setWritten(_ name: String, _ date: Date = CaseRun.longAgo) throws {
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: scratch.place(name))
    }

    /// When all files of a case were last written, however slow the machine is.
    private static let longAgo = Date(timeIntervalSince1970: 1_577_836_800)

    private func make(folder: String) throws {
        try FileManager.default.createDirectory(atPath: scratch.place(folder), withIntermediateDirectories: true)
    }

    private mutating func show(_ name: String, _ text: String) {
        say("== \(name)\n\(text)")
    }

    private mutating func say(_ text: String) {
        stdout += Array(text.utf8)
    }
}
