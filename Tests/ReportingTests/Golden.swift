import Foundation
import Testing

/// A text or bytes that a report once was, kept in `Goldens/`, against which it is held.
///
/// `ACCESSRANK_RECORD=1 swift test` writes them anew and then fails once, so that no one records by accident.
enum Golden {
    static func expect(
        _ bytes: [UInt8], toBe name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["ACCESSRANK_RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("recorded \(name); look at the difference and run again", sourceLocation: sourceLocation)
            return
        }
        let recorded = try [UInt8](Data(contentsOf: file))
        guard recorded != bytes else { return }
        let (old, new) = (lines(of: recorded), lines(of: bytes))
        let same = zip(old, new).prefix { $0 == $1 }.count
        Issue.record(
            """
            \(name) differs from line \(same + 1)
            was: \(old.dropFirst(same).first ?? "the end")
            is:  \(new.dropFirst(same).first ?? "the end")
            """, sourceLocation: sourceLocation)
    }

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens")
}
