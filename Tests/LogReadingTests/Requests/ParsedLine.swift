import LogReading
import TestSupport
import Testing

/// What the product's parser makes of a line, in the twin's words.
extension RequestParser {
    /// - Parameters:
    ///   - before: Bytes of the block in which the line stands that come before it.
    ///   - behind: Those that come behind it, which may lead a careless parser on.
    mutating func fields(
        of line: [UInt8], before: [UInt8] = [], behind: [UInt8] = []
    ) -> PlainLineParser.Line? {
        beginBlock()
        return (before + line + behind).withByteView { view in
            guard let request = parse(view, before.count..<(before.count + line.count)) else { return nil }
            let what: PlainLineParser.Request =
                switch request.request {
                case .get(let target, let bytesBeforeQuery): get(target.bytes, bytesBeforeQuery)
                case .otherMethod: .otherMethod
                case .bad: .bad
                }
            return PlainLineParser.Line(
                client: request.client.bytes, instant: Int(request.second), request: what, status: Int(request.status),
                agent: request.agent.map(QuotedField.unescaped))
        }
    }

    private func get(_ target: [UInt8], _ bytesBeforeQuery: Int) -> PlainLineParser.Request {
        // Not by #expect, which costs more than the parser in a million lines.
        if bytesBeforeQuery != target.firstIndex(of: UInt8(ascii: "?")) ?? target.count {
            Issue.record("\(bytesBeforeQuery) bytes before the query of \(String(decoding: target, as: UTF8.self))")
        }
        return .get(target)
    }
}
