import Foundation
import TestSupport

/// What `docs/log-formats.md` says of the logs of load balancers and of S3, as regular expressions: the slow twin of the
/// product's parser.
struct PlainAmazonLine {
    private let isBalancer: Bool
    private let expression: NSRegularExpression

    /// Lines are taken as Latin-1, so that a byte is a character.
    init(_ format: String) throws {
        isBalancer = format == "alb"
        let cell =
            isBalancer
            ? #"(?>"(?:[^\\]|\\.)*?"(?= |$)|(?!")[^ ]*)"# : #"(?>".*?"(?= |$)|\[.*?\](?= |$)|(?!["\[])[^ ]*)"#
        let agent = isBalancer ? "(\(cell))(?: |$)" : #"(".*"(?= |$)(?!.*")|(?!["\[])[^ ]*)(?: |$)"#
        let host = "(?>(?:\(cell) ){5}(\(cell))(?: |$))?"
        let cells: (Int) -> String = { "(?:\(cell) ){\($0)}" }
        let text =
            isBalancer
            ? #"\A(?:(?![0-9])\#(cell) |(?=[0-9]))(\#(cell)) \#(cell) (\#(cell)) \#(cells(4))(\#(cell)) \#(cells(3))(\#(cell)) \#(agent)"#
            : #"\A\#(cells(2))(\#(cell)) (\#(cell)) \#(cells(2))(\#(cell)) \#(cell) (\#(cell)) (\#(cell)) \#(cells(6))\#(agent)\#(host)"#
        expression = try NSRegularExpression(pattern: text, options: [.dotMatchesLineSeparators])
    }

    func parse(_ line: [UInt8]) -> FieldsOfLine? {
        guard let text = String(bytes: line, encoding: .isoLatin1),
            let match = expression.firstMatch(in: text, range: NSRange(location: 0, length: line.count))
        else { return nil }
        func value(_ group: Int) -> [UInt8]? {
            let range = match.range(at: group)
            guard range.location != NSNotFound else { return nil }
            let cell = Array(line[range.location..<(range.location + range.length)])
            let isClosed = cell.count > 1 && (cell[0] == 34 && cell.last == 34 || cell[0] == 91 && cell.last == 93)
            return isClosed ? Array(cell.dropFirst().dropLast()) : cell
        }
        return isBalancer
            ? balancer(time: value(1), client: value(2), status: value(3), request: value(4), agent: value(5))
            : bucket((1...7).map { value($0) })
    }

    private func balancer(
        time: [UInt8]?, client: [UInt8]?, status: [UInt8]?, request: [UInt8]?, agent: [UInt8]?
    ) -> FieldsOfLine? {
        guard let time = time.flatMap(PlainAmazonLine.second), let client, !client.isEmpty,
            let status = status.flatMap(PlainAmazonLine.status)
        else { return nil }
        let (asked, host) = request.map { PlainAmazonLine.request($0, operation: nil) } ?? (.bad, nil)
        return FieldsOfLine(
            client: PlainAmazonLine.withoutPort(client), second: time, request: asked, status: status,
            agent: agent.map(PlainRequest.withoutEscapes), host: host)
    }

    private func bucket(_ cells: [[UInt8]?]) -> FieldsOfLine? {
        guard let time = cells[0], time.count == 26, let second = PlainTime.instant(time, at: 0),
            let client = cells[1], !client.isEmpty, let status = cells[4].flatMap(PlainAmazonLine.status)
        else { return nil }
        let (asked, host) = PlainAmazonLine.request(cells[3] ?? [], operation: cells[2])
        return FieldsOfLine(
            client: client, second: second, request: asked, status: status, agent: cells[5], host: cells[6] ?? host)
    }

    private static func request(_ text: [UInt8], operation: [UInt8]?) -> (FieldsOfLine.Request, host: [UInt8]?) {
        switch PlainRequest.read(text) {
        case .otherMethod: return (.otherMethod, nil)
        case .bad: return (.bad, nil)
        case .get(let target):
            if let operation, !String(decoding: operation, as: UTF8.self).hasSuffix(".GET.OBJECT") {
                return (.otherMethod, nil)
            }
            guard let colon = target.firstIndex(of: 58), Array(target.dropFirst(colon + 1).prefix(2)) == [47, 47] else {
                return (.get(target), nil)
            }
            return (.get(target), Array(target.dropFirst(colon + 3).prefix { ![35, 47, 63].contains($0) }))
        }
    }

    private static func status(_ text: [UInt8]) -> Int? {
        if text == [45] || text.isEmpty { return 0 }
        return text.count == 3 ? PlainTime.number(text, at: 0, digits: 3) : nil
    }

    private static func withoutPort(_ text: [UInt8]) -> [UInt8] {
        let client = String(text.map { Character(Unicode.Scalar($0)) })
        guard let match = client.wholeMatch(of: /(?<host>\[.+\]|[^:]+):[0-9]+/) else { return text }
        let host = Array(text.prefix(match.output.host.count))
        return host.first == 91 && host.last == 93 && host.count > 2 ? Array(host.dropFirst().dropLast()) : host
    }

    /// A time as balancers write it, in UTC or with a zone.
    private static func second(_ text: [UInt8]) -> Int? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let written = String(decoding: text, as: UTF8.self)
        let zone =
            #/(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9:]{8})(?:[.,][0-9]+)?(?<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?/#
        guard let match = written.wholeMatch(of: zone), let month = Int(match.output.date.dropFirst(5).prefix(2)),
            (1...12).contains(month)
        else { return nil }
        let date = match.output.date
        var offset = (match.output.zone.map(String.init) ?? "+0000").filter { $0 != ":" }
        if offset.lowercased() == "z" { offset = "+0000" }
        if offset.count == 3 { offset += "00" }
        let common = "\(date.suffix(2))/\(months[month - 1])/\(date.prefix(4)):\(match.output.time) \(offset)"
        return PlainTime.instant(Array(common.utf8), at: 0)
    }
}
