import Glibc
import TestSupport

@testable import LogReading

/// All of a stream's content, and what the stream says of it at the end.
struct ReadContent {
    let bytes: [UInt8]
    let identity: ContentIdentity
    let record: ContentRecord
    let knownBeginnings: Set<Int64>
    let garbageOffset: Int64?

    init(_ stream: LogStream) throws(LogReadError) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentIdentity.blockBytes, alignment: 64)
        defer { block.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try stream.read(into: block)
            bytes += block[..<count]
            if count < block.count { break }
        }
        self.bytes = bytes
        identity = stream.identity
        record = stream.record
        knownBeginnings = stream.knownBeginnings
        garbageOffset = stream.garbageOffset
    }

    init(path: String, limit: Int64 = .max, known: KnownContents = .none) throws(LogReadError) {
        try self.init(LogStream(LogInput(opening: path), limit: limit, known: known))
    }
}

/// Made-up content that deflate can do something with.
enum Content {
    static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
        var generator = SeededGenerator(seed: seed)
        let words = (0..<64).map { _ in generator.row(of: Array("/abcdefgh 0123\n".utf8), upTo: 24) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 24)
        while bytes.count < count { bytes += words[Int(generator.next() % 64)] }
        return Array(bytes[..<count])
    }

    /// What zlib says at each 64 KiB.
    static func blockChecksums(of bytes: [UInt8]) -> [UInt32] {
        stride(from: 65_536, through: bytes.count, by: 65_536).map { Gzip.crc32(Array(bytes[..<$0])) }
    }
}

/// A pipe that holds some bytes and then is over; read by the path of its end.
final class FilledPipe {
    let path: String
    private let readEnd: CInt

    /// - Precondition: The bytes fit into a pipe, 64 KiB.
    init?(_ bytes: [UInt8]) {
        var ends: [CInt] = [0, 0]
        guard bytes.count <= 65_536, pipe(&ends) == 0 else { return nil }
        let written = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
        close(ends[1])
        readEnd = ends[0]
        path = "/dev/fd/\(ends[0])"
        if written != bytes.count { return nil }
    }

    deinit { close(readEnd) }
}
