import ArticleRanking
import LogReading

/// A section was asked for in which nobody read anything.
public struct UnknownSection: Error, Hashable, Sendable {
    /// What was asked for, harmless to print.
    public let section: String
    /// The days: `2026-03-02` or `2026-03-01..2026-03-03`.
    public let days: String
    /// The sections that there are, as they are shown and can be asked for: most views first.
    public let known: [String]
}

extension UnknownSection: CustomStringConvertible {
    /// `no section "sprots" on 2026-03-02; there are: politics, sports, world`: what, where, and what to ask for.
    public var description: String {
        let others = known.count - UnknownSection.mostNamed
        let names = known.prefix(UnknownSection.mostNamed).joined(separator: ", ")
        let rest = others > 0 ? " and \(Figures.grouped(others)) more" : ""
        return "no section \"\(section)\" on \(days); "
            + (known.isEmpty ? "there are none" : "there are: \(names)\(rest)")
    }

    private static let mostNamed = 12
}

extension [SectionRanking] {
    /// The section that a user means; nil where none was asked for.
    ///
    /// - Parameter when: The days, for the message.
    func find(_ typed: String?, when: String) throws(UnknownSection) -> SectionRanking? {
        let name = try SectionName.find(typed, among: map(\.name), when: when)
        return name.flatMap { name in first { $0.name == name } }
    }
}

/// How users name sections.
enum SectionName {
    /// The one that a user means; nil where none was asked for.
    ///
    /// - Parameters:
    ///   - names: In the order in which a message tells them.
    ///   - when: The days, for the message.
    static func find(
        _ typed: String?, among names: [ByteString], when: String
    ) throws(UnknownSection) -> ByteString? {
        guard let typed else { return nil }
        for fits in waysToName {
            if let found = names.first(where: { fits($0, ByteString(typed)) }) { return found }
        }
        throw UnknownSection(
            section: ShownText.of(typed), days: when, known: names.map { ShownText.decoding($0) })
    }

    /// As headings have it: decoded, its first letter a capital.
    static func heading(_ name: ByteString) -> String {
        let name = ShownText.decoding(name)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// How a section can be named, the strictest way first: so every section can be reached, whatever the others are called.
    private static let waysToName: [@Sendable (ByteString, ByteString) -> Bool] = [
        // As it was logged, and as CSV and JSON have it.
        { $0 == $1 || ByteString(ShownText.of($0)) == $1 },
        // As Markdown shows it.
        { ByteString(ShownText.decoding($0)) == $1 },
        // With other escapes or other digits in them: %e6 for %E6.
        { decoded($0) == decoded($1) },
        // With the capital that it has in headings.
        { ByteString(heading($0)) == $1 },
    ]

    private static func decoded(_ name: ByteString) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < name.bytes.count {
            let escaped = ShownText.percentEscape(in: name.bytes, at: index)
            bytes.append(escaped ?? name.bytes[index])
            index += escaped == nil ? 1 : ShownText.escapeLength
        }
        return bytes
    }
}
