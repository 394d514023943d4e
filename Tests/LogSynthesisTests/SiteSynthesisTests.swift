import CZlib
import Foundation
import Testing

@testable import LogSynthesis

@Suite struct SiteSynthesisTests {
    private let lineFeed = UInt8(ascii: "\n")

    @Test("Equal options give equal bytes, another seed gives others", arguments: Sample.seeds)
    func seeds(seed: UInt64) throws {
        let first = try SiteSynthesis(Sample.options(seed: seed)).synthesize()
        #expect(try SiteSynthesis(Sample.options(seed: seed)).synthesize() == first)
        let other = try SiteSynthesis(Sample.options(seed: seed + 1)).synthesize()
        #expect(zip(first.files, other.files).allSatisfy { $0.bytes != $1.bytes })
        #expect(first.sitemap != other.sitemap)
    }

    @Test("There are exactly as many lines as asked for", arguments: [0, 1, 2, 10, 137, 5000], [1, 7])
    func lines(lines: Int, days: Int) throws {
        let logs = try SiteSynthesis(Sample.options(lines: lines, days: days, articles: 5)).synthesize()
        #expect(logs.files.map { $0.bytes.count { $0 == lineFeed } }.reduce(0, +) == lines)
        #expect(logs.files.allSatisfy { $0.bytes.isEmpty || $0.bytes.last == lineFeed })
        #expect(logs.truth.lines == lines)
        #expect(logs.truth.days.count == days)
    }

    @Test("A line is 250 to 300 bytes long on average", arguments: Sample.seeds)
    func lineLength(seed: UInt64) throws {
        let logs = try SiteSynthesis(Sample.options(lines: 20_000, seed: seed)).synthesize()
        #expect((250...300).contains(logs.files.map(\.bytes.count).reduce(0, +) / 20_000))
    }

    @Test("A site of one article, and a day's log of no server's lines, can be made")
    func smallest() throws {
        let logs = try SiteSynthesis(Sample.options(lines: 3, days: 1, articles: 1, servers: 64)).synthesize()
        #expect(logs.files.count == 64)
        #expect(logs.truth.lines == 3)
    }

    @Test("What is written is what stands in memory")
    func written() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("loggen-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let synthesis = try SiteSynthesis(Sample.options())
        try await synthesis.write(to: directory)
        let logs = synthesis.synthesize()
        for file in logs.files {
            #expect(try inflated(contents(directory, file.name)) == file.bytes)
        }
        #expect(try String(decoding: contents(directory, "site.yaml"), as: UTF8.self) == logs.profile)
        #expect(try String(decoding: contents(directory, "news-sitemap.xml"), as: UTF8.self) == logs.sitemap)
        let truth = try JSONDecoder().decode(Truth.self, from: Data(contents(directory, "truth.json")))
        #expect(truth == logs.truth)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).count == logs.files.count + 3)

        try await synthesis.write(to: directory)
        let fewer = try SiteSynthesis(Sample.options(days: 1))
        await #expect(throws: SynthesisError.self) { try await fewer.write(to: directory) }
    }

    @Test("A directory that cannot be made is named")
    func unwritable() async throws {
        let synthesis = try SiteSynthesis(Sample.options(lines: 0))
        await #expect(throws: SynthesisError.output(path: "/dev/null/x", reason: "cannot be created or read")) {
            try await synthesis.write(to: "/dev/null/x")
        }
    }

    @Test("Options out of range are refused")
    func refused() {
        let wrong = [
            Sample.options(lines: -1), Sample.options(days: 0), Sample.options(articles: 0), Sample.options(servers: 0),
            Sample.options(servers: 65), Sample.options(start: "2026-02-30"), Sample.options(start: "1969-01-01"),
            Sample.options(timezone: "Mars/Olympus"),
        ]
        for options in wrong {
            #expect(throws: SynthesisError.self) { try SiteSynthesis(options) }
        }
    }

    private func contents(_ directory: String, _ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)")))
    }

    /// One gzip member, whole, by zlib; empty if it is not good to its end.
    private func inflated(_ bytes: [UInt8]) -> [UInt8] {
        var input = bytes
        var output = [UInt8](repeating: 0, count: 8 << 20)
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        return input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                guard inflateInit2_(&stream, 31, ZLIB_VERSION, size) == Z_OK else { return [] }
                defer { inflateEnd(&stream) }
                guard inflate(&stream, Z_FINISH) == Z_STREAM_END, stream.avail_in == 0 else { return [] }
                return Array(output.prefix(output.count - Int(stream.avail_out)))
            }
        }
    }
}
