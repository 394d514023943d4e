import Foundation
import LogReading
import TestSupport
import Testing

@Suite("Finding a log's format")
struct FormatDetectorTests {
    static let common = #"192.0.2.1 - - [02/Mar/2026:06:25:24 +0000] "GET / HTTP/1.1" 200 5"#
    static let combined = common + #" "-" "Firefox""#

    private func verdict(_ blocks: [[String]]) -> LogFormat? {
        var detector = FormatDetector()
        for block in blocks {
            _ = Array(block.map { $0 + "\n" }.joined().utf8).withByteView { detector.consider(block: $0) }
        }
        return detector.verdict?.format
    }

    @Test("A line alone has the format of the table", arguments: try Table.load("formats", from: .module))
    func table(row: Table.Row) {
        var detector = FormatDetector()
        _ = row.bytes("line").withByteView { detector.consider(block: $0) }
        #expect(detector.verdict?.format.rawValue ?? "none" == row.text("format"))
        #expect(detector.fittingLines == (row.text("format") == "none" ? 0 : 1))
    }

    @Test("Without a line that fits there is no format")
    func nothing() {
        #expect(verdict([]) == nil)
        #expect(verdict([["", "junk", "more junk"]]) == nil)
    }

    @Test("Junk at the head does not matter, however much, and in whatever blocks")
    func junkFirst() {
        let junk = [String](repeating: "\u{1}\u{2} not a line [of] \"any\" log", count: 2000)
        #expect(verdict([junk, junk, junk + [Self.combined], [Self.combined]]) == .combined)
        #expect(verdict([junk, ["www.example.com " + Self.common]]) == .vhostCommon)
    }

    @Test("One line without the extra makes a file the less specific form")
    func mixed() {
        #expect(verdict([[Self.combined, Self.common, Self.combined]]) == .common)
        let host = "www.example.com:80 "
        #expect(verdict([[host + Self.combined, host + Self.common]]) == .vhostCommon)
        #expect(verdict([[host + Self.combined, Self.combined]]) == .combined)
        #expect(verdict([[host + Self.common, Self.combined]]) == .common)
    }

    @Test("The first 100 fitting lines decide, and no later one")
    func hundredLines() {
        let hundred = [String](repeating: Self.combined, count: 100)
        #expect(verdict([hundred, [Self.common]]) == .combined)
        #expect(verdict([hundred + [Self.common]]) == .combined)
        #expect(verdict([Array(hundred.dropLast()), ["junk", Self.common, Self.combined]]) == .common)
        var detector = FormatDetector()
        _ = Array(hundred.dropLast().joined(separator: "\n").utf8).withByteView { detector.consider(block: $0) }
        #expect(!detector.isDecided)
        _ = Array(Self.combined.utf8).withByteView { detector.consider(block: $0) }
        #expect(detector.isDecided)
        #expect(detector.fittingLines == 100)
    }

    @Test("Oversize lines are none, also here")
    func oversize() {
        let long = Self.combined + String(repeating: " x", count: 40_000)
        #expect(verdict([[long]]) == nil)
        #expect(verdict([[long, Self.common]]) == .common)
    }

    @Test("Each format's example is of that format")
    func examples() {
        for format in LogFormat.named { #expect(verdict([[format.example]]) == format) }
    }

    @Test("Among JSON lines and others the most decide, and of JSON lines those that fit")
    func jsonLines() {
        let caddy = LogFormat.caddy.example
        let traefik = LogFormat.traefik.example
        let other = #"{"level":"info","ts":1772400324.1,"logger":"admin","msg":"started"}"#
        #expect(verdict([[other, other, caddy]]) == .caddy)
        #expect(verdict([[other]]) == nil)
        #expect(verdict([[traefik, caddy, caddy]]) == .caddy)
        #expect(verdict([[traefik, traefik, caddy]]) == .traefik)
        #expect(verdict([[caddy, Self.combined, caddy]]) == .caddy)
        #expect(verdict([[caddy, Self.combined]]) == .combined)
        #expect(verdict([[other], [other, Self.common]]) == .common)
    }

    @Test("A log that names its fields is W3C's, also where nobody has asked for anything yet")
    func ownFields() {
        let header = ["#Software: Microsoft Internet Information Services 10.0", LogFormat.w3c.example]
        let line = "2026-03-01 21:25:24 203.0.113.7 GET /politics/a - 200 Firefox/1"
        #expect(verdict([header, [line]]) == .w3c)
        #expect(verdict([header]) == .w3c)
        #expect(verdict([["junk"], header, ["junk"], [line]]) == .w3c)
        #expect(verdict([[line]]) == nil)
        #expect(verdict([["#Fields: date time s-event"]]) == nil)
        #expect(verdict([["#Fields: ts uid id.orig_h"], [Self.combined]]) == .combined)
        #expect(verdict([["# a remark", Self.combined]]) == .combined)
    }

    @Test("A format's forms are those of its grammar")
    func forms() {
        #expect(LogFormat.common.form(combined: true) == .combined)
        #expect(LogFormat.combined.form(combined: false) == .common)
        #expect(LogFormat.vhostCommon.form(combined: true) == .vhostCombined)
        #expect(LogFormat.vhostCombined.form(combined: false) == .vhostCommon)
    }
}

@Suite("What a log's format rests on")
struct FormatEvidenceTests {
    private func evidence(_ lines: [String]) -> FormatEvidence {
        var detector = FormatDetector()
        _ = Array(lines.map { $0 + "\n" }.joined().utf8).withByteView { detector.consider(block: $0) }
        return detector.evidence
    }

    @Test("Lines considered, lines that fit, and how many fit each format")
    func counts() {
        let combined = FormatDetectorTests.combined
        let found = evidence(["junk", "", combined, combined, FormatDetectorTests.common])
        #expect(found.lines == 4)
        #expect(found.fittingLines == 3)
        #expect(found.fits.map { "\($0.format.rawValue) \($0.lines)" } == ["combined 2", "common 3"])
        #expect(found.verdict?.format == .common)
        #expect(found.verdictLines == 3)
        #expect(found.rivals.isEmpty)
    }

    @Test("Directives are no lines to judge by, and are told of")
    func directives() {
        let found = evidence([
            "#Version: 1.0", LogFormat.w3c.example, "2026-03-01 21:25:24 203.0.113.7 GET /politics/a - 200 Firefox/1",
            "junk",
        ])
        #expect(found.directives == 2)
        #expect(found.lines == 2)
        #expect(found.verdictLines == 1)
        #expect(found.rivals.isEmpty)
        let other = evidence(["# a remark", FormatDetectorTests.combined])
        #expect(other.directives == 0)
        #expect(other.lines == 2)
    }

    @Test("Two formats that fit the same lines are named, with the reason for the choice")
    func rivals() {
        let withHost = evidence(["www.example.com:80 " + FormatDetectorTests.combined])
        #expect(withHost.verdict?.format == .vhostCombined)
        #expect(withHost.rivals.map(\.format) == [.combined])
        #expect(withHost.rivals.allSatisfy { $0.reason == .hostTakenForClient })
        let withHostOnly = evidence(["www.example.com:80 " + FormatDetectorTests.common])
        #expect(withHostOnly.verdict?.format == .vhostCommon)
        #expect(withHostOnly.rivals.map(\.format) == [.common])
        let equal = evidence([FormatDetectorTests.combined, LogFormat.caddy.example])
        #expect(equal.verdict?.format == .combined)
        #expect(equal.rivals.map(\.format) == [.caddy])
        #expect(equal.rivals.map(\.reason) == [.triedLater])
        #expect(evidence([FormatDetectorTests.combined]).rivals.isEmpty)
        #expect(evidence([LogFormat.alb.example]).rivals.isEmpty)
        #expect(evidence([LogFormat.s3.example]).rivals.isEmpty)
        #expect(evidence([LogFormat.alb.example, LogFormat.s3.example]).rivals.map(\.format) == [.s3])
        let both =
            #"{"ts":1772400324,"time":1772400324,"remote_addr":"203.0.113.7","request":{"client_ip":"203.0.113.7","#
            + #""method":"GET","uri":"/"},"status":200,"method":"GET","request_uri":"/"}"#
        #expect(evidence([both]).verdict?.format == .caddy)
        #expect(evidence([both]).rivals.map(\.format) == [.nginxJSON])
        #expect(evidence(["junk"]).rivals.isEmpty)
    }
}
