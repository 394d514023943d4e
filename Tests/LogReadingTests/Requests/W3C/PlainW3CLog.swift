import TestSupport

/// What `docs/log-formats.md` says of W3C logs, read aloud: the slow twin of the product's parser.
///
/// It knows logs that have `date` and `time`, and must never be made clever.
struct PlainW3CLog {
    private var names: [String] = []

    /// Reads a line; nil for a directive, and for a line that does not fit.
    mutating func read(_ line: [UInt8]) -> FieldsOfLine? {
        if line.first == UInt8(ascii: "#") {
            let words = line.split { $0 == 32 || $0 == 9 }.map { String(decoding: $0, as: UTF8.self).lowercased() }
            if String(decoding: line.prefix(8), as: UTF8.self).lowercased() == "#fields:" {
                names = Array(words.joined(separator: " ").dropFirst(8).split(separator: " ").map(String.init))
            }
            return nil
        }
        let isTabbed = line.contains(9)
        let separator: UInt8 = isTabbed ? 9 : 32
        var cells = line.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
        if cells.count > names.count { cells = PlainW3CLog.quotedCells(line, separator) }
        guard cells.count == names.count else { return nil }
        let values = Dictionary(zip(names, cells.map(PlainW3CLog.withoutQuotes))) { first, _ in first }
        return fields(values, isEscaped: isTabbed || names.contains { $0.hasPrefix("x-edge-") })
    }

    private func fields(_ values: [String: [UInt8]], isEscaped: Bool) -> FieldsOfLine? {
        func text(_ name: String) -> [UInt8]? {
            values[name].map { isEscaped ? PlainW3CLog.decoded($0) : $0.map { $0 == 43 ? 32 : $0 } }
        }
        guard let client = values["c-ip"], !client.isEmpty, let second = PlainW3CLog.second(values),
            let status = values["sc-status"], status.count == 3, status.allSatisfy({ (48...57).contains($0) }),
            let method = values["cs-method"], let stem = values["cs-uri-stem"]
        else { return nil }
        var target = isEscaped ? PlainW3CLog.escapedOnce(stem) : PlainW3CLog.escaped(text("cs-uri-stem") ?? [])
        if stem == [45] || stem.isEmpty { target = [] }
        if let query = values["cs-uri-query"], !query.isEmpty, query != [45] {
            let asked = isEscaped ? PlainW3CLog.escapedOnce(query) : query
            target += [63] + (asked.first == 63 ? Array(asked.dropFirst()) : asked)
        }
        let isMethod =
            !method.isEmpty && method != [45]
            && method.allSatisfy { (65...90).contains($0) || (97...122).contains($0) || $0 == 95 || $0 == 45 }
        let isAsked = isMethod && !(stem == [45] || stem.isEmpty) && !target.contains(32)
        return FieldsOfLine(
            client: client, second: second,
            request: !isAsked ? .bad : method == Array("GET".utf8) ? .get(target) : .otherMethod,
            status: Int(String(decoding: status, as: UTF8.self)) ?? 0, agent: text("cs(user-agent)"),
            host: values["x-host-header"] ?? values["cs(host)"], forwarded: text("x-forwarded-for"))
    }

    private static func second(_ values: [String: [UInt8]]) -> Int? {
        let date = String(decoding: values["date"] ?? [], as: UTF8.self)
        var time = String(decoding: values["time"] ?? [], as: UTF8.self)
        if time.utf8.count > 9, [".", ","].contains(time.dropFirst(8).first),
            time.utf8.dropFirst(9).allSatisfy({ (48...57).contains($0) })
        {
            time = String(time.prefix(8))
        }
        guard date.utf8.count == 10, time.utf8.count == 8, date.split(separator: "-").map(\.count) == [4, 2, 2],
            time.split(separator: ":").map(\.count) == [2, 2, 2]
        else { return nil }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = date.split(separator: "-")
        guard let month = Int(parts[1]), (1...12).contains(month), !parts[1].hasPrefix("+") else { return nil }
        return PlainTime.instant(Array("\(parts[2])/\(months[month - 1])/\(parts[0]):\(time) +0000".utf8), at: 0)
    }

    private static func quotedCells(_ line: [UInt8], _ separator: UInt8) -> [[UInt8]] {
        var cells: [[UInt8]] = []
        var rest = line[...]
        while true {
            let end = quotedEnd(rest, separator) ?? rest.firstIndex(of: separator) ?? rest.endIndex
            cells.append(Array(rest[rest.startIndex..<end]))
            if end == rest.endIndex { return cells }
            rest = rest[(end + 1)...]
        }
    }

    /// Behind the first quote that is not one of a pair, and has a separator or the end behind it.
    private static func quotedEnd(_ text: ArraySlice<UInt8>, _ separator: UInt8) -> Int? {
        guard text.first == 34 else { return nil }
        var index = text.startIndex + 1
        while index < text.endIndex {
            let next = index + 1 < text.endIndex ? text[index + 1] : separator
            if text[index] == 34, next == separator { return index + 1 }
            index += text[index] == 34 && next == 34 ? 2 : 1
        }
        return nil
    }

    private static func withoutQuotes(_ cell: [UInt8]) -> [UInt8] {
        guard cell.count > 1, cell.first == 34, cell.last == 34 else { return cell }
        return replacing([34, 34], by: [34], in: Array(cell.dropFirst().dropLast()))
    }

    private static func replacing(_ old: [UInt8], by new: [UInt8], in text: [UInt8]) -> [UInt8] {
        guard text.count >= old.count else { return text }
        if text.starts(with: old) { return new + replacing(old, by: new, in: Array(text.dropFirst(old.count))) }
        return [text[0]] + replacing(old, by: new, in: Array(text.dropFirst()))
    }

    private static func decoded(_ text: [UInt8]) -> [UInt8] {
        let once = decodedOnce(text)
        let hasEscapedSpace = String(decoding: once, as: UTF8.self).contains("%20")
        return !once.contains(32) && hasEscapedSpace ? decodedOnce(once) : once
    }

    private static func decodedOnce(_ text: [UInt8]) -> [UInt8] {
        guard let first = text.first else { return [] }
        if let byte = escape(text) { return [byte] + decodedOnce(Array(text.dropFirst(3))) }
        return [first] + decodedOnce(Array(text.dropFirst()))
    }

    /// The byte of an escape at the beginning.
    private static func escape(_ text: [UInt8]) -> UInt8? {
        guard text.count > 2, text[0] == 37, text[1] != 43, text[1] != 45 else { return nil }
        return UInt8(String(decoding: text[1...2], as: UTF8.self), radix: 16)
    }

    private static func escapedOnce(_ text: [UInt8]) -> [UInt8] {
        guard let first = text.first else { return [] }
        let rest = Array(text.dropFirst())
        if escape(text) == 37, escape([37] + text.dropFirst(3)) != nil {
            return [37] + escapedOnce(Array(text.dropFirst(3)))
        }
        return [first] + escapedOnce(rest)
    }

    private static func escaped(_ path: [UInt8]) -> [UInt8] {
        path.flatMap { byte -> [UInt8] in
            let isEscaped = byte <= 32 || byte == 127 || [35, 37, 63].contains(byte)
            let hex = String(byte, radix: 16, uppercase: true)
            return isEscaped ? Array("%\(hex.count == 1 ? "0" : "")\(hex)".utf8) : [byte]
        }
    }
}
