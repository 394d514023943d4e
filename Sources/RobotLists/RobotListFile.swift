import Foundation
import LogReading
public import ViewCounting

/// A public list of robots in a file: the JSON of crawler-user-agents, or a text with a regular expression on each line.
///
/// Which of the two it is shows in its first bytes. `docs/robots.md` says where the lists come from and how each is read.
public enum RobotListFile {
    /// Reads a list.
    ///
    /// Its name is that of the file, its version the beginning of the file's SHA-256: a figure can be defended by them.
    public static func load(path: String) throws(RobotListError) -> RobotList {
        let bytes: [UInt8]
        do throws(SmallFile.Trouble) {
            bytes = try SmallFile.bytes(ofFile: path, maximumBytes: maximumBytes)
        } catch {
            throw RobotListError(
                error.problem, isFetched(path) ? fetchRemedy : nameRemedy, isMissing: error.isMissing)
        }
        return RobotList(
            name: name(ofFile: path), version: String(SHA256.hex(of: bytes).prefix(versionDigits)),
            entries: try entries(of: bytes))
    }

    private static let maximumBytes = 16 << 20
    private static let versionDigits = 12
    private static let folderOfFetched = "robots"
    private static let fetchRemedy =
        "run make robots where accessrank was built: it fetches the public lists into the folder robots"
    private static let nameRemedy = "name a file that is there, or take it out of the list"

    /// Whether the file is one of those that `make robots` fetches.
    private static func isFetched(_ path: String) -> Bool {
        path.split(separator: "/").dropLast().last.map { $0 == folderOfFetched } ?? false
    }

    /// The last part of the path; reports name lists side by side, so that only letters, digits and `.-_` are left.
    private static func name(ofFile path: String) -> String {
        let last = path.split(separator: "/").last ?? ""
        return String(
            last.unicodeScalars.map {
                $0.isASCII && (Character($0).isLetter || Character($0).isNumber) || ".-_".unicodeScalars.contains($0)
                    ? Character($0) : "_"
            })
    }

    private static func entries(of bytes: [UInt8]) throws(RobotListError) -> [RobotList.Entry] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw RobotListError("is not UTF-8 text", "fetch it again, or save it in the encoding UTF-8")
        }
        let entries = try text.isJSONArray ? entries(ofJSON: bytes) : entries(ofLines: text)
        guard !entries.isEmpty else {
            throw RobotListError("holds no pattern", "fetch it again, or take it out of the list")
        }
        return entries
    }

    private struct Crawler: Decodable {
        var pattern: String?
    }

    /// Case counts, as in the matcher that comes with the list.
    private static func entries(ofJSON bytes: [UInt8]) throws(RobotListError) -> [RobotList.Entry] {
        let crawlers: [Crawler]
        do {
            crawlers = try JSONDecoder().decode([Crawler].self, from: Data(bytes))
        } catch {
            throw RobotListError("is no JSON of crawler-user-agents", "fetch it again")
        }
        var entries: [RobotList.Entry] = []
        for (place, crawler) in crawlers.enumerated() {
            guard let pattern = crawler.pattern else {
                throw RobotListError("has no \"pattern\" in its entry \(place + 1)", "fetch it again")
            }
            entries.append(try entry(pattern, isCaseSensitive: true, place: "in its entry \(place + 1)"))
        }
        return entries
    }

    /// Case does not count, as COUNTER says of its lists.
    private static func entries(ofLines text: String) throws(RobotListError) -> [RobotList.Entry] {
        var entries: [RobotList.Entry] = []
        for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            entries.append(try entry(String(line), isCaseSensitive: false, place: "on its line \(place + 1)"))
        }
        return entries
    }

    private static func entry(
        _ pattern: String, isCaseSensitive: Bool, place: String
    ) throws(RobotListError) -> RobotList.Entry {
        guard !pattern.isEmpty else {
            throw RobotListError("has an empty pattern \(place)", "take it out: it would make everybody a robot")
        }
        let reading = PatternReading(pattern)
        do {
            return RobotList.Entry(
                pattern, "a pattern of this list finds it", sign: try reading.sign(isCaseSensitive: isCaseSensitive))
        } catch {
            throw RobotListError(
                "has a pattern \(place) that is no regular expression: \"\(pattern)\"", "mend it, or take it out")
        }
    }
}

extension String {
    /// Whether the text begins as an array of objects, or an empty one, does.
    fileprivate var isJSONArray: Bool {
        let begin = utf8.lazy.filter { !" \t\r\n".utf8.contains($0) }.prefix(2)
        return begin.elementsEqual("[{".utf8) || begin.elementsEqual("[]".utf8)
    }
}
