public import Foundation
import Glibc

/// A run of a program in a folder, with nothing of the environment of the tests.
public struct Program {
    public struct Ending: Equatable {
        public var stdout: [UInt8]
        public var stderr: [UInt8]
        public var status: Int32

        public init(stdout: [UInt8], stderr: [UInt8], status: Int32) {
            self.stdout = stdout
            self.stderr = stderr
            self.status = status
        }

        public var output: String { String(decoding: stdout, as: UTF8.self) }
        public var errors: String { String(decoding: stderr, as: UTF8.self) }
    }

    public var executable: URL
    public var arguments: [String]
    /// A zone that no case is about, and no terminal.
    public var environment = ["TZ": "Pacific/Chatham"]
    /// A file; nil for an empty input.
    public var stdin: String?
    /// Has the input come through a pipe, which can be read once. The file may not be larger than a pipe holds.
    public var pipesInput = false

    public init(executable: URL, arguments: [String] = [], stdin: String? = nil) {
        self.executable = executable
        self.arguments = arguments
        self.stdin = stdin
    }

    public static func accessrank(_ arguments: [String]) -> Program {
        Program(executable: Binary.url("accessrank"), arguments: arguments)
    }

    /// Runs to the end. Output goes through files, so that no amount of it can stop the program.
    public func run(in folder: Scratch) throws -> Ending {
        try start(in: folder).wait()
    }

    /// Starts it, and does not wait.
    ///
    /// - Parameter pipe: What it reads from, in place of `stdin`; the end that is written to stays the caller's.
    public func start(in folder: Scratch, reading pipe: Pipe? = nil) throws -> RunningProgram {
        let output = try Scratch()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = try pipe ?? input(in: folder)
        process.standardOutput = try output.writing("stdout")
        process.standardError = try output.writing("stderr")
        try process.run()
        return RunningProgram(process: process, output: output)
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
