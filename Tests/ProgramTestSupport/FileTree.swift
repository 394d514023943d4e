import Foundation
import Glibc

/// All that lies below a folder: names, bytes, and where links lead.
public struct FileTree: Equatable {
    public enum Entry: Equatable {
        case folder
        case link(to: String)
        case file([UInt8])
    }

    /// By path below the folder; empty where there is no folder.
    public let entries: [String: Entry]

    public init(_ entries: [String: Entry]) {
        self.entries = entries
    }

    public init(at path: String) {
        let manager = FileManager.default
        let names = (try? manager.subpathsOfDirectory(atPath: path)) ?? []
        entries = Dictionary(
            uniqueKeysWithValues: names.map { name in
                let place = "\(path)/\(name)"
                if let target = try? manager.destinationOfSymbolicLink(atPath: place) {
                    return (name, .link(to: target))
                }
                return (name, manager.contents(atPath: place).map { .file([UInt8]($0)) } ?? .folder)
            })
    }

    /// A line for each entry, sorted.
    public var listing: String {
        entries.sorted { $0.key < $1.key }.map { name, entry in
            switch entry {
            case .folder: "\(name)/\n"
            case .link(let target): "\(name) -> \(target)\n"
            case .file: "\(name)\n"
            }
        }.joined()
    }

    /// The first difference from another tree, in words; nil where there is none.
    public func difference(from other: FileTree) -> String? {
        let names = Set(entries.keys).union(other.entries.keys).sorted()
        guard let name = names.first(where: { entries[$0] != other.entries[$0] }) else { return nil }
        guard let mine = entries[name] else { return "\(name) is missing" }
        guard let theirs = other.entries[name] else { return "\(name) should not be there" }
        guard case .file(let bytes) = mine, case .file(let expected) = theirs else {
            return "\(name) is \(mine), and should be \(theirs)"
        }
        return "\(name): \(TextDifference.between(bytes, expected))"
    }

    /// What changes when anything below a folder is written or replaced: numbers of files and their times.
    public static func stamps(of path: String) -> [String: [Int]] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: (names + ["."]).map { name in
                var status = stat()
                guard lstat("\(path)/\(name)", &status) == 0 else { return (name, []) }
                return (
                    name,
                    [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_nsec]
                )
            })
    }
}

/// Where two texts part.
public enum TextDifference {
    public static func between(_ bytes: [UInt8], _ expected: [UInt8]) -> String {
        let (new, old) = (lines(of: bytes), lines(of: expected))
        let same = zip(new, old).prefix { $0 == $1 }.count
        return """
            differs from line \(same + 1) on
            is:        \(new.dropFirst(same).first ?? "the end")
            should be: \(old.dropFirst(same).first ?? "the end")
            """
    }

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
