import Foundation
import Glibc
import Testing

/// A folder of its own for one test, gone when the test is over.
final class Scratch: Sendable {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/accessrank-reporting-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The report folder of the test.
    var reports: String { path + "/reports" }

    func make(_ folder: String) throws {
        try FileManager.default.createDirectory(atPath: path + "/" + folder, withIntermediateDirectories: true)
    }

    func write(_ text: String, to file: String) throws {
        try make((file as NSString).deletingLastPathComponent)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + file))
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    func text(_ file: String) -> String? {
        FileManager.default.contents(atPath: path + "/" + file).map { String(decoding: $0, as: UTF8.self) }
    }

    func target(_ link: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + link)
    }

    /// All names below a folder, sorted.
    func names(_ folder: String = "reports") throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    /// What changes when a file or folder is replaced or written: its number and its times.
    func identity(_ file: String) throws -> [Int] {
        var status = stat()
        try #require(lstat(path + "/" + file, &status) == 0)
        return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_nsec]
    }
}
