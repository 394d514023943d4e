import Testing

@testable import LogSynthesis

@Suite struct LineRendererTests {
    private func line(_ request: PlannedRequest, _ site: SiteModel) -> String {
        var renderer = LineRenderer(site)
        var bytes: [UInt8] = []
        renderer.append(request, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "A path's spellings",
        arguments: [
            (Spelling.plain, "/a/%E3b/x-1"), (.trailingSlash, "/a/%E3b/x-1/"), (.amp, "/a/%E3b/x-1/amp"),
            (.ampSlash, "/a/%E3b/x-1/amp/"), (.indexPage, "/a/%E3b/x-1/index.html"),
            (.secondPage, "/a/%E3b/x-1/page/2"),
            (.ampIndexPage, "/a/%E3b/x-1/amp/index.php"), (.lowerCaseEscapes, "/a/%e3b/x-1"),
            (.loggedBytes, #"/a/\xE3b/x-1"#),
            (.doubleSlash, "/a/%E3b//x-1"), (.dotSegment, "/a/%E3b/./x-1"), (.parentSegment, "/a/%E3b/old/../x-1"),
            (.absolute, "https://www.example.com/a/%E3b/x-1"),
        ])
    func spellings(spelling: Spelling, expected: String) throws {
        var renderer = LineRenderer(try Sample.site())
        var bytes: [UInt8] = []
        renderer.append(Array("/a/%E3b/x-1".utf8), spelt: spelling, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test("A needless escape is one of an unreserved byte", arguments: Sample.seeds)
    func needlessEscape(seed: UInt64) throws {
        var renderer = LineRenderer(try Sample.site())
        renderer.random = SeededRandom(seed: seed)
        var bytes: [UInt8] = []
        renderer.append(Array("/%E3/x".utf8), spelt: .needlessEscape, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "/%E3/%78")
    }

    @Test("A line carries its start by the site's clock, also across the clock change")
    func time() throws {
        let site = try Sample.site()
        #expect(line(Sample.click(1, 0, at: 1_774_745_999), site).contains(" - - [29/Mar/2026:01:59:59 +0100] \"GET /"))
        #expect(line(Sample.click(1, 0, at: 1_774_746_000), site).contains(" - - [29/Mar/2026:03:00:00 +0200] \"GET /"))
        let west = try Sample.site(Sample.options(timezone: "America/St_Johns"))
        #expect(line(Sample.click(1, 0, at: 1_774_746_000), west).contains(" - - [28/Mar/2026:22:30:00 -0230] \"GET /"))
    }

    @Test("A cut line has lost a quote that no count can do without", arguments: 0..<300)
    func cuts(detail: UInt32) throws {
        let site = try Sample.site(Sample.options(seed: 4))
        var whole = Sample.click(17, 0, at: site.clock.start)
        whole.detail = detail
        var early = whole
        early.defect = .cutEarly
        var late = whole
        late.defect = .cutLate
        let quotes = [early, late].map { line($0, site).count { $0 == "\"" } }
        #expect(quotes[0] <= 1)
        #expect((3...5).contains(quotes[1]) || line(late, site).contains("\\"))
        #expect(line(early, site).count > 1 && line(late, site).count < line(whole, site).count)
    }

    @Test("Blank lines are white space, over-long ones over 65,536 bytes, and junk has no bracket", arguments: 0..<60)
    func defects(detail: UInt32) throws {
        let site = try Sample.site()
        var request = Sample.click(1, 0, at: site.clock.start)
        request.detail = detail
        request.defect = .blank
        let blank = line(request, site)
        #expect(blank.unicodeScalars.allSatisfy { [" ", "\t", "\r", "\n"].contains($0) })
        #expect(blank.unicodeScalars.filter { $0 == "\r" }.count <= 1)
        request.defect = .oversize
        #expect(line(request, site).utf8.count > 65_536 + 2)
        request.defect = .junk
        #expect(line(request, site).utf8.dropLast().allSatisfy { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "\n") })
    }
}
