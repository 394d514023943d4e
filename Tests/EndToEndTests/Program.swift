import Foundation
import Glibc

/// A run of a program in a folder, with nothing of the environment of the tests.
struct Program {
    struct Ending: Equatable {
        var stdout: [UInt8]
        var stderr: [UInt8]
        var status: Int32

        var output: String { String(decoding: stdout, as: UTF8.self) }
        var errors: String { String(decoding: stderr, as: UTF8.self) }
    }

    let executable: URL
    var arguments: [String]
    /// A zone that no case is about, and no terminal.
    var environment = ["TZ": "Pacific/Chatham"]
    /// A file; nil for an empty input.
    var stdin: String?
    /// Has the input come through a pipe, which can be read once. The file may not be larger than a pipe holds.
    var pipesInput = false

    static func accessrank(_ arguments: [String]) -> Program {
        Program(executable: Binary.url("accessrank"), arguments: arguments)
    }

    /// Runs to the end. Output goes through files, so that no amount of it can stop the program.
    func run(in folder: Scratch) throws -> Ending {
        let output = try Scratch()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = try input(in: folder)
        process.standardOutput = try output.writing("stdout")
        process.standardError = try output.writing("stderr")
        try process.run()
        process.waitUntilExit()
        return Ending(
            stdout: try output.bytes("stdout"), stderr: try output.bytes("stderr"),
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
    }

    private func input(in folder: Scratch) throws -> Any {
        guard let stdin else { return FileHandle.nullDevice }
        guard pipesInput else { return try folder.reading(stdin) }
        let bytes = try folder.bytes(stdin)
        precondition(bytes.count <= Program.pipeBytes, "an input that a pipe cannot hold would never be written")
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        return pipe
    }

    private static let pipeBytes = 65_536
}
