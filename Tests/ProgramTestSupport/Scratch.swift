public import Foundation
import Glibc

/// A folder of its own for one test, gone when the test is over.
public final class Scratch: Sendable {
    public let path: String

    public init() throws {
        var template = Array((NSTemporaryDirectory() + "/accessrank-cases-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw CocoaError(.fileWriteUnknown) }
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public func place(_ name: String) -> String { name.hasPrefix("/") ? name : "\(path)/\(name)" }

    public func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: place(name))))
    }

    public func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    /// Folders on the way are made.
    public func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(fileURLWithPath: place(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    public func reading(_ name: String) throws -> FileHandle {
        try FileHandle(forReadingFrom: URL(fileURLWithPath: place(name)))
    }

    public func writing(_ name: String) throws -> FileHandle {
        try write([], to: name)
        return try FileHandle(forWritingTo: URL(fileURLWithPath: place(name)))
    }

    public func tree(_ folder: String) -> FileTree { FileTree(at: place(folder)) }
}
