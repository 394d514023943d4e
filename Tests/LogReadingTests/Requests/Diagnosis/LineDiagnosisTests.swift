import LogReading
import TestSupport
import Testing

@Suite("Why a line does not fit")
struct LineDiagnosisTests {
    private static let head = #"192.0.2.1 - - [02/Mar/2026:06:25:24 +0000] "#

    @Test(
        "The first thing that is wrong with a line is named",
        arguments: [
            ("worker 7 exited", .noTime),
            ("192.0.2.1", .noTime),
            (#"192.0.2.1 - - [02/Mar/2026:06:25:24] "GET / HTTP/1.1" 200 5"#, .badTime),
            (#"192.0.2.1 - - [31/Feb/2026:06:25:24 +0000] "GET / HTTP/1.1" 200 5"#, .badTime),
            (head, .noRequest),
            (head + "GET / 200 5", .noRequest),
            (head + #""GET / HTTP/1.1 200 5"#, .openRequest),
            (head + #""GET /" 20 5"#, .noStatus),
            (head + #""GET /" 2000 5"#, .noStatus),
            (head + #""GET /" 200"#, .noBytes),
            (head + #""GET /" 200 many"#, .noBytes),
            (head + #""GET /" 200 5 "-""#, .badNames),
            (head + #""GET /" 200 - "-" "Firefox"#, .badNames),
            ("# Software: other", .comment),
            ("2026-03-01 21:25:24 203.0.113.7 GET / 200", .noFields),
            ("2026-03-01\t21:25:24\tNRT57", .noFields),
            ("2026-03-01 21:25:24,123 INFO", .noTime),
            (#"{"status":200}"#, .json),
            ("\u{1}\u{2}", .binary),
        ] as [(String, LineMisfit)])
    func common(line: String, expected: LineMisfit) {
        let diagnosis = LineDiagnosis(.standard(.combined))
        #expect(Array(line.utf8).withByteView { diagnosis.misfit(of: $0) } == expected)
    }

    @Test("With a virtual host, and of JSON lines, the words are those of the format")
    func others() throws {
        func misfit(_ line: String, _ layout: LogLayout?) -> LineMisfit {
            Array(line.utf8).withByteView { LineDiagnosis(layout).misfit(of: $0) }
        }
        #expect(misfit("www.example.com", .standard(.vhostCommon)) == .noHost)
        #expect(misfit("www.example.com:80 " + Self.head + "x", .standard(.vhostCommon)) == .noRequest)
        let caddy = try #require(LogLayout(named: "caddy"))
        #expect(misfit("junk", caddy) == .noObject)
        #expect(misfit(#"{"status":200}"#, caddy) == .missingKey)
        #expect(misfit("# a remark", caddy) == .comment)
        let w3c = try #require(LogLayout(named: "w3c"))
        #expect(misfit("2026-03-01 21:25:24 203.0.113.7", w3c) == .unlikeFields)
        #expect(misfit(#"{"status":200}"#, w3c) == .json)
        let server = try LogLayout(serverFormat: #"$remote_addr $msec "$request" $status"#)
        #expect(misfit("junk", server) == .other)
        #expect(misfit(#"{"status":200}"#, server) == .json)
        #expect(misfit("junk", nil) == .noTime)
    }

    @Test("Lines that a format's parser takes are wrong in nothing that has a name")
    func fitting() {
        for format in LogFormat.named {
            guard case .standard? = LogLayout(named: format.rawValue) else { continue }
            let diagnosis = LineDiagnosis(.standard(format))
            let misfit = Array(format.example.utf8).withByteView { diagnosis.misfit(of: $0) }
            #expect(misfit == .other || misfit == .badNames, "\(format)")
        }
    }

    @Test(
        "What stands in a request's place has a name",
        arguments: [
            ("", .empty), ("-", .empty), ("\u{16}\u{3}\u{1}", .tls), ("\u{3}\u{0}/*", .remoteDesktop),
            ("SSH-2.0-Go", .ssh), ("PROXY TCP4 192.0.2.1", .proxyHeader), ("a\u{1} b", .binary), ("hello", .oneWord),
            ("get!it /a HTTP/1.1", .badMethod), ("GET /a b HTTP/1.1", .spaces), ("GET / RTSP/1.0", .otherProtocol),
            ("GET ", .other),
        ] as [(String, RequestDefect)])
    func requests(bytes: String, expected: RequestDefect) {
        #expect(Array(bytes.utf8).withByteView { RequestDefect($0) } == expected)
    }
}
