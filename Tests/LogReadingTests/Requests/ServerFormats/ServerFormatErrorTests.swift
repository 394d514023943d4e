import LogReading
import Testing

@Suite("Format strings that cannot be read by")
struct ServerFormatErrorTests {
    private static let rest = #" [$time_local] "$request" $status"#

    @Test(
        "The error says what and where",
        arguments: [
            ("combined", .noVariables, nil),
            (#"$remote_addr "$request" $status"#, .noTime, nil),
            (#"$remote_addr [$time_local] "$request""#, .noStatus, nil),
            ("$remote_addr [$time_local] $request_method $status", .noRequest, nil),
            ("$remote_addr [$time_local] $request_uri $status", .noRequest, nil),
            (#"[$time_local] "$request" $status"#, .noClient, nil),
            ("$remote_addr$http_x_forwarded_for" + rest, .noTextBetween("$remote_addr", "$http_x_forwarded_for"), 12),
            ("$remote_addr$status $time_local $request", .noTextBetween("$remote_addr", "$status"), 12),
            ("$remote_addr$" + rest, .unfinished("$"), 12),
            ("$remote_addr ${host" + rest, .unfinished("$"), 13),
            ("log_format a '$remote_addr" + rest, .unfinished("the string"), 13),
            ("log_format a escape=xml '$remote_addr" + rest + "';", .unknownEscape("xml"), nil),
            (#"%h %t "%r" %>s %Y"#, .unknownDirective("%Y"), 15),
            (#"%h %t "%r" %>s %{a"#, .unfinished("%{"), 15),
            (#"%h %t "%r" %>s %"#, .unfinished("%"), 15),
            (#"LogFormat "%h %t %r %>s"#, .unfinished("the string"), 10),
            (#"%h %{%Y-%m-%d %Q}t "%r" %>s"#, .unknownTimeConversion("%Q"), 3),
            (#"%h %{%Y-%m-%d %H:%M}t "%r" %>s"#, .incompleteTime, 3),
            (#"%h %{msec_frac}t "%r" %>s"#, .incompleteTime, 3),
        ] as [(String, ServerFormatError.Problem, Int?)])
    func problems(text: String, problem: ServerFormatError.Problem, offset: Int?) {
        do {
            _ = try LogLayout(serverFormat: text)
            Issue.record("\(text) is taken")
        } catch {
            #expect(error.problem == problem)
            #expect(error.offset == offset)
            #expect(error.description.contains("; ") && !error.description.contains("\n"))
            if let offset { #expect(error.description.contains("byte \(offset) of the format")) }
        }
    }

    @Test("A cookie that is not there is no session")
    func noSession() {
        #expect(throws: ServerFormatError.self) {
            try LogLayout(serverFormat: "$remote_addr $cookie_a" + Self.rest, session: "b")
        }
        #expect(throws: Never.self) { try LogLayout(serverFormat: "$remote_addr $cookie_a" + Self.rest, session: "a") }
    }

    @Test("A variable that is not known is passed over, however it is spelt")
    func unknownVariables() throws {
        let layout = try LogLayout(serverFormat: "$remote_addr $remoteaddr ${my_own}" + Self.rest)
        #expect(layout.format == .nginx)
    }

    @Test(
        "A name is told from a format string",
        arguments: [
            ("combined", false), ("common", false), ("$remote_addr", true), ("%h", true), ("LogFormat x", true),
            ("log_format main x", true), ("vhost_combined", false),
        ])
    func seeming(text: String, isFormat: Bool) {
        #expect(LogLayout.seemsServerFormat(text) == isFormat)
    }
}

@Suite("Times of server formats")
struct ServerFormatTimeTests {
    private func second(_ format: String, _ time: String, clock: LocalClock = .utc) throws -> UInt32? {
        let layout = try LogLayout(serverFormat: format + #"|$remote_addr|$request|$status"#, clock: clock)
        return try second(of: layout, Array((time + "|x|GET / HTTP/1.1|200").utf8))
    }

    private func apacheSecond(_ pattern: String, _ time: String, clock: LocalClock = .utc) throws -> UInt32? {
        let layout = try LogLayout(serverFormat: "%{\(pattern)}t|%h|%r|%>s", clock: clock)
        return try second(of: layout, Array((time + "|x|GET / HTTP/1.1|200").utf8))
    }

    private func second(of layout: LogLayout, _ line: [UInt8]) throws -> UInt32? {
        guard case .serverFormat(let format) = layout else { return nil }
        var parser = ServerFormatParser(format)
        return parser.fieldsOfLine(line).map { UInt32($0.second) }
    }

    @Test(
        "ISO 8601 and seconds, right and wrong",
        arguments: [
            ("$time_iso8601", "2026-03-02T06:25:24+09:00", 1_772_400_324),
            ("$time_iso8601", "2026-03-01T21:25:24Z", 1_772_400_324),
            ("$time_iso8601", "2026-03-01T17:55:24-03:30", 1_772_400_324),
            ("$time_iso8601", "2026-03-01 21:25:24.999999Z", 1_772_400_324),
            ("$time_iso8601", "2026-03-02T06:25:24,5+0900", 1_772_400_324),
            ("$time_iso8601", "2026-03-02T06:25:24+09", 1_772_400_324),
            ("$time_iso8601", "2026-03-01T21:25:24", 1_772_400_324),
            ("$time_iso8601", "1970-01-01T00:00:00Z", 0), ("$time_iso8601", "1970-01-01T00:59:59+01:00", nil),
            ("$time_iso8601", "1969-12-31T23:59:59-01:00", nil),
            ("$time_iso8601", "2105-12-31T23:59:59Z", 4_291_747_199), ("$time_iso8601", "2106-01-01T00:00:00Z", nil),
            ("$time_iso8601", "2026-03-02T06:25:60+09:00", nil), ("$time_iso8601", "2026-03-02T06:60:24+09:00", nil),
            ("$time_iso8601", "2026-03-02T06:25:24+24:00", nil), ("$time_iso8601", "2026-03-02T06:25:24+09:60", nil),
            ("$time_iso8601", "2026-3-02T06:25:24Z", nil), ("$time_iso8601", "2024-02-29T00:00:00Z", 1_709_164_800),
            ("$time_iso8601", "2100-02-29T00:00:00Z", nil), ("$time_iso8601", "-", nil),
            ("$msec", "1772400324.999", 1_772_400_324), ("$msec", "1772400324", 1_772_400_324), ("$msec", "0", 0),
            ("$msec", "4291747199.999", 4_291_747_199), ("$msec", "4291747200", nil), ("$msec", "-1", nil),
            ("$msec", "99999999999999999999", nil), ("$msec", "1772400324.", nil),
        ] as [(String, String, UInt32?)])
    func nginx(format: String, time: String, expected: UInt32?) throws {
        #expect(try second(format, time) == expected)
    }

    @Test(
        "Patterns of strftime",
        arguments: [
            ("%F %T %z", "2026-03-02 06:25:24 +0900", 1_772_400_324), ("%s", "1772400324", 1_772_400_324),
            ("%D %r", "03/01/26 09:25:24 PM", 1_772_400_324), ("%c", "Sun Mar  1 21:25:24 2026", 1_772_400_324),
            ("%d/%b/%Y:%H:%M:%S %Z", "01/Mar/2026:21:25:24 UTC", 1_772_400_324), ("%D %r", "03/01/26 13:25:24 PM", nil),
            ("%D %T", "03/01/69 00:00:00", nil), ("%D %T", "01/01/70 00:00:00", 0),
            ("%F %T %z", "2026-02-30 06:25:24 +0900", nil), ("%d %B %Y %T", "01 May 2026 00:00:00", 1_777_593_600),
            ("%e %B %Y %k:%M:%S", " 1 June 2026  7:00:00", 1_780_297_200),
            ("%D %r", "03/01/26 12:00:00 am", 1_772_323_200),
        ] as [(String, String, UInt32?)])
    func patterns(pattern: String, time: String, expected: UInt32?) throws {
        #expect(try apacheSecond(pattern, time) == expected)
    }

    @Test("A time without its zone is read by the clock of the layout, others are not")
    func localClock() throws {
        let tokyo = LocalClock { $0 - 9 * 3600 }
        #expect(try apacheSecond("%F %T", "2026-03-02 06:25:24", clock: tokyo) == 1_772_400_324)
        #expect(try apacheSecond("%F %T %z", "2026-03-01 21:25:24 +0000", clock: tokyo) == 1_772_400_324)
        #expect(try second("$time_iso8601", "2026-03-02T06:25:24", clock: tokyo) == 1_772_400_324)
        #expect(try apacheSecond("%F %T", "1970-01-01 08:59:59", clock: tokyo) == nil)
    }
}
