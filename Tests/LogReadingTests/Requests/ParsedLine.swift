import LogReading
import TestSupport

/// What the product's parser makes of a line, in the twin's words.
extension RequestParser {
    mutating func fields(of line: [UInt8]) -> PlainLineParser.Line? {
        beginBlock()
        return line.withByteView { view in
            guard let request = parse(view) else { return nil }
            let what: PlainLineParser.Request =
                switch request.request {
                case .get(let target, _): .get(target.bytes)
                case .otherMethod: .otherMethod
                case .bad: .bad
                }
            return PlainLineParser.Line(
                client: request.client.bytes, instant: Int(request.second), request: what, status: request.status,
                agent: request.rawAgent.map(QuotedField.unescaped))
        }
    }
}
