import Foundation

/// A glob for the logs of every night, made of the names of some.
///
///     access.log-20260301.gz access.log-20260302.gz   ->  access.log-*.gz
public struct LogsGuess: Sendable, Equatable {
    /// Empty where nothing can be said: standard input.
    public let globs: [String]

    /// - Parameter names: Paths of the logs, as the profile would have to name them.
    public init(_ names: [String]) {
        let byFolder = Dictionary(grouping: names.filter { $0 != "-" }) { name in
            name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        }
        globs = byFolder.sorted { $0.key < $1.key }.map { folder, names in
            LogsGuess.escaped(folder) + LogsGuess.glob(Set(names.map { String($0.dropFirst(folder.count)) }).sorted())
        }
    }

    /// What all names begin and end with, without digits and joints beside the part that changes.
    private static func glob(_ names: [String]) -> String {
        guard let first = names.first else { return "*" }
        guard names.count > 1 else { return globOfOne(first) }
        let start = names.reduce(first[...]) { $0.commonPrefix(with: $1)[...] }
        let rests = names.map { $0.dropFirst(start.count) }
        let firstRest = String((rests.first ?? "").reversed())
        let end = rests.reduce(firstRest) { $0.commonPrefix(with: String($1.reversed())) }
        let prefix = trimmed(start)
        let suffix = String(String(end.reversed()).drop { $0.isNumber })
        return escaped(prefix) + "*" + escaped(suffix)
    }

    /// The longest run of digits and joints with eight digits or more is a date.
    private static func globOfOne(_ name: String) -> String {
        guard let match = name.firstMatch(of: /[0-9]{4}[-_.]?[0-9]{2}[-_.]?[0-9]{2}/) else { return escaped(name) }
        return escaped(String(name[..<match.range.lowerBound])) + "*" + escaped(String(name[match.range.upperBound...]))
    }

    /// Without the first digits of what changes: those of `access-2026-03-0`.
    private static func trimmed(_ start: Substring) -> String {
        var end = start.endIndex
        while end > start.startIndex {
            let before = start.index(before: end)
            let isPart = start[before].isNumber || start[before] == "-" && hasDigitBefore(start, before)
            if !isPart { break }
            end = before
        }
        return String(start[..<end])
    }

    private static func hasDigitBefore(_ text: Substring, _ index: String.Index) -> Bool {
        index > text.startIndex && text[text.index(before: index)].isNumber
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if "*?[\\".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
