import LogReading
import TestSupport
import Testing

@Suite("Formats that servers are told to write")
struct LogFormatTableTests {
    @Test("A line has the fields of the table", arguments: try Table.load("log-formats", from: .module))
    func table(row: Table.Row) throws {
        let expected = try FieldsOfLine.expected(row)
        #expect(try fields(row) == expected)
        // Amid other lines, which a careless parser might read on into.
        let other = Array("\" 200 5 \"-\" \"x\"] / \n".utf8)
        #expect(try fields(row, before: other, behind: [10] + other) == expected, "within a block")
    }

    private func fields(_ row: Table.Row, before: [UInt8] = [], behind: [UInt8] = []) throws -> FieldsOfLine? {
        let layout = try layout(row)
        #expect(layout.format.rawValue == row.text("format"))
        var parser = layout.makeParser()
        if case .w3c = layout { parser.read(row.bytes("configuration")) }
        return parser.fieldsOfLine(row.bytes("line"), before: before, behind: behind)
    }

    /// The configuration is a format's name, the string of a server, or what comes before the line in its log.
    private func layout(_ row: Table.Row) throws -> LogLayout {
        let cookie = row.text("cookie")
        let session = cookie.isEmpty ? nil : cookie
        let configuration = row.text("configuration")
        if configuration.hasPrefix("#") { return .w3c(W3CLayout(session: session)) }
        if configuration.hasPrefix("json ") { return .json(JSONLayout(try keys(configuration), session: session)) }
        return try LogLayout(named: configuration, session: session)
            ?? LogLayout(serverFormat: configuration, session: session)
    }

    /// `json client=remote.ip target=url|uri`
    private func keys(_ text: String) throws -> JSONKeys {
        var paths: [JSONKeys.Field: [String]] = [:]
        for word in text.split(separator: " ").dropFirst() {
            let parts = word.split(separator: "=")
            paths[try #require(JSONKeys.Field(rawValue: String(parts[0])))] = parts[1].split(separator: "|").map(
                String.init)
        }
        return JSONKeys(paths)
    }

    @Test("The table is large enough to say something of each server")
    func size() throws {
        let rows = try Table.load("log-formats", from: .module)
        #expect(rows.count >= 260)
    }
}
