import TestSupport
import Testing

@testable import LogReading

/// The inflaters that were built.
enum Inflater: String, CaseIterable {
    #if canImport(CISAL) && !ZLIB_ONLY
        case isal
    #endif
    case zlib

    func made() -> any GzipInflater {
        switch self {
        #if canImport(CISAL) && !ZLIB_ONLY
            case .isal: ISALInflater()
        #endif
        case .zlib: ZlibInflater()
        }
    }
}

/// Feeds a member to an inflater in pieces, as a stream would.
struct InflaterRun {
    var content: [UInt8] = []
    /// The checksum told by the inflater at each step, with the number of bytes given until then.
    var checksums: [(bytes: Int, checksum: UInt32)] = []
    /// Bytes of the input up to the member's end.
    var taken = 0

    /// - Parameters:
    ///   - feed: How many bytes the next piece of input has.
    ///   - room: How many bytes of output the next step may give.
    init(
        _ inflater: some GzipInflater, _ file: [UInt8], feed: () -> Int, room: () -> Int
    ) throws {
        inflater.beginMember()
        var output = [UInt8](repeating: 0, count: 70_000)
        var fed = min(file.count, feed())
        while true {
            let step = try file[taken..<fed].withUnsafeBytes { input in
                try output.withUnsafeMutableBytes { output in
                    let place = UnsafeMutableRawBufferPointer(rebasing: output[..<room()])
                    return try inflater.step(from: input, into: place)
                }
            }
            taken += step.taken
            content += output[..<step.given]
            checksums.append((content.count, inflater.checksum))
            if step.endsMember { return }
            if taken == fed || step.taken + step.given == 0 {
                if fed == file.count, step.taken + step.given == 0 { throw LogReadError.Damage.cut }
                fed = min(file.count, fed + feed())
            }
        }
    }
}

@Suite("Inflaters")
struct GzipInflaterTests {
    static let headers = [
        Gzip.Header(), Gzip.Header(extra: []), Gzip.Header(extra: [9, 9], name: [97]), Gzip.Header(name: [97, 98]),
        Gzip.Header(name: [97], comment: [98]), Gzip.Header(comment: []), Gzip.Header(hasChecksum: true),
        Gzip.Header(extra: [0], hasChecksum: true), Gzip.Header(name: [], hasChecksum: true), .full,
    ]

    @Test("A header of any fields may come one byte at a time", arguments: Inflater.allCases)
    func oneByteAtATime(inflater: Inflater) throws {
        let content = Content.bytes(3000, seed: 1)
        for (number, header) in Self.headers.enumerated() {
            let file = Gzip.member(content, header: header)
            let run = try InflaterRun(inflater.made(), file, feed: { 1 }, room: { 70_000 })
            #expect(difference(run.content, content) == nil, "header \(number)")
            #expect(run.taken == file.count, "header \(number)")
        }
    }

    @Test("A header of any fields may be cut in two anywhere", arguments: Inflater.allCases)
    func straddlingHeaders(inflater: Inflater) throws {
        let content = Content.bytes(200, seed: 2)
        for (number, header) in Self.headers.enumerated() {
            let file = Gzip.member(content, header: header)
            for cut in 0...file.count {
                var feeds = [cut, file.count - cut]
                let run = try InflaterRun(
                    inflater.made(), file + [0, 0, 0x1F], feed: { feeds.popLast(from: 0) ?? 3 },
                    room: { 70_000 })
                #expect(difference(run.content, content) == nil, "header \(number) cut at \(cut)")
                #expect(run.taken == file.count, "header \(number) cut at \(cut)")
            }
        }
    }

    @Test(
        "Any sizes of feeds and outputs give the content and its running checksum", arguments: 0..<12 as Range<UInt64>)
    func oddSizes(seed: UInt64) throws {
        for inflater in Inflater.allCases {
            var generator = SeededGenerator(seed: seed)
            let content = Content.bytes(Int.random(in: 0...150_000, using: &generator), seed: seed)
            let level = [0, 1, 6, 9][Int(seed % 4)]
            let file = Gzip.member(content, header: Self.headers[Int(seed) % Self.headers.count], level: level)
            let widest = [3, 100, 4000, 70_000][Int(seed / 4) % 4]
            var feeds = generator
            let run = try InflaterRun(
                inflater.made(), file, feed: { Int.random(in: 1...widest, using: &feeds) },
                room: { Int.random(in: max(1, widest / 4)...widest, using: &generator) })
            #expect(difference(run.content, content) == nil, "\(inflater)")
            #expect(run.taken == file.count, "\(inflater)")
            for place in stride(from: 0, to: run.checksums.count, by: max(1, run.checksums.count / 20)) {
                let (bytes, checksum) = run.checksums[place]
                #expect(checksum == Gzip.crc32(Array(content[..<bytes])), "\(inflater), after \(bytes) bytes")
            }
            #expect(run.checksums.last?.checksum == Gzip.crc32(content), "\(inflater)")
        }
    }

    @Test("One inflater reads member after member, also after empty ones", arguments: Inflater.allCases)
    func reused(inflater: Inflater) throws {
        let one = inflater.made()
        for (number, size) in [0, 5, 0, 0, 70_001, 1, 0].enumerated() {
            let content = Content.bytes(size, seed: UInt64(number))
            let file = Gzip.member(content, header: Self.headers[number])
            let run = try InflaterRun(one, file, feed: { 7 }, room: { 333 })
            #expect(difference(run.content, content) == nil)
            #expect(one.checksum == Gzip.crc32(content))
        }
    }

    @Test("A wrong trailer is told as such", arguments: Inflater.allCases)
    func wrongTrailer(inflater: Inflater) {
        let file = Gzip.member(Content.bytes(1000, seed: 3))
        for place in (file.count - 8)..<file.count {
            var broken = file
            broken[place] ^= 0x10
            #expect(throws: LogReadError.Damage.wrongChecksum) {
                try InflaterRun(inflater.made(), broken, feed: { 5 }, room: { 70_000 })
            }
        }
    }
}

extension [Int] {
    /// Takes the first element away.
    fileprivate mutating func popLast(from place: Int) -> Int? {
        isEmpty ? nil : remove(at: place)
    }
}
