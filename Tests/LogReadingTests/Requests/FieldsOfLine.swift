import LogReading
import TestSupport
import Testing

/// A line's fields as bytes, whatever the format, their escapes undone; to be compared with a table or a twin.
struct FieldsOfLine: Equatable, Sendable, CustomStringConvertible {
    enum Request: Equatable, Sendable {
        case get([UInt8])
        case otherMethod
        case bad
    }

    var client: [UInt8]
    var second: Int
    var request: Request
    var status: Int
    var agent: [UInt8]?
    var host: [UInt8]?
    var session: [UInt8]?
    var forwarded: [UInt8]?
    var isPrefetch = false

    var description: String {
        func text(_ bytes: [UInt8]?) -> String {
            bytes.map { String(decoding: $0, as: UTF8.self).debugDescription } ?? "nil"
        }
        let asked =
            switch request {
            case .get(let target): "GET " + text(target)
            case .otherMethod: "other method"
            case .bad: "bad"
            }
        return "\(text(client)) \(second) \(asked) \(status) agent \(text(agent)) host \(text(host)) "
            + "session \(text(session)) forwarded \(text(forwarded))\(isPrefetch ? " prefetch" : "")"
    }
}

extension FieldsOfLine {
    init(_ request: LoggedRequest) {
        client = request.client.bytes
        second = Int(request.second)
        self.request =
            switch request.request {
            case .get(let target, let bytesBeforeQuery): FieldsOfLine.get(target.bytes, bytesBeforeQuery)
            case .otherMethod: .otherMethod
            case .bad: .bad
            }
        status = Int(request.status)
        agent = request.agent.map { request.isAgentQuoted ? QuotedField.unescaped($0) : $0.bytes }
        host = request.host?.bytes
        session = request.further?.session?.bytes
        forwarded = request.further?.forwarded?.bytes
        isPrefetch = request.further?.isPrefetch ?? false
    }

    private static func get(_ target: [UInt8], _ bytesBeforeQuery: Int) -> Request {
        if bytesBeforeQuery != target.firstIndex(of: UInt8(ascii: "?")) ?? target.count {
            Issue.record("\(bytesBeforeQuery) bytes before the query of \(String(decoding: target, as: UTF8.self))")
        }
        return .get(target)
    }

    /// A row of `log-formats.tsv`; nil for a line that does not fit.
    static func expected(_ row: Table.Row) throws -> FieldsOfLine? {
        func cell(_ column: String) -> [UInt8]? {
            let bytes = row.bytes(column)
            return bytes.isEmpty ? nil : bytes == Array("(empty)".utf8) ? [] : bytes
        }
        let request: Request
        switch row.text("request") {
        case "get": request = .get(row.bytes("target"))
        case "other-method": request = .otherMethod
        case "bad": request = .bad
        default:
            try #require(row.text("request") == "malformed", "\(row)")
            return nil
        }
        return FieldsOfLine(
            client: cell("client") ?? [], second: try #require(Int(row.text("second")), "\(row)"), request: request,
            status: try #require(Int(row.text("status")), "\(row)"), agent: cell("agent"), host: cell("host"),
            session: cell("session"), forwarded: cell("forwarded"), isPrefetch: row.text("prefetch") == "yes")
    }
}

extension LineParsing {
    /// What the parser makes of a line of a block.
    mutating func fieldsOfLine(_ line: [UInt8], before: [UInt8] = [], behind: [UInt8] = []) -> FieldsOfLine? {
        beginBlock()
        return (before + line + behind).withByteView { block in
            parse(block, before.count..<(before.count + line.count)).map(FieldsOfLine.init)
        }
    }

    /// Lets the parser read lines, one behind the other.
    mutating func read(_ text: [UInt8]) {
        for line in text.split(separator: 10) { _ = fieldsOfLine(Array(line)) }
    }
}
