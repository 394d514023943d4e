import TestSupport
import Testing

@testable import LogReading

@Suite("Opening a log")
struct LogInputTests {
    let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    @Test("A missing file is told with the system's reason")
    func missing() {
        let path = folder.path + "/none.log"
        #expect(throws: LogReadError.unopenable(name: path, reason: "No such file or directory")) {
            try LogInput(opening: path)
        }
    }

    @Test("A folder is no log")
    func isFolder() {
        #expect(
            throws: LogReadError.unopenable(name: folder.path, reason: "is a folder; name the files in it")
        ) { try LogInput(opening: folder.path) }
    }

    @Test(
        "Other compressions are named by their first bytes, whatever the file is called",
        arguments: [
            (.zstd, [0x28, 0xB5, 0x2F, 0xFD]), (.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]), (.zip, [0x50, 0x4B, 3, 4]),
            (.lz4, [4, 0x22, 0x4D, 0x18]), (.lzip, [0x4C, 0x5A, 0x49, 0x50, 1]), (.compress, [0x1F, 0x9D, 0x90]),
            (.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
            (.bzip2, Array("BZh91AY&SY".utf8)), (.bzip2, Array("BZh11AY&SY".utf8)), (.bzip2, Array("BZh61AY&SY".utf8)),
            (.bzip2, [0x42, 0x5A, 0x68, 0x39, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90, 0, 0, 0, 0]),
        ] as [(LogReadError.Compression, [UInt8])])
    func otherCompression(compression: LogReadError.Compression, signature: [UInt8]) throws {
        for bytes in [signature, signature + Content.bytes(100, seed: 1)] {
            let path = try folder.file("access.log.gz", bytes)
            #expect(throws: LogReadError.otherCompression(name: path, compression)) { try LogInput(opening: path) }
        }
    }

    @Test(
        "A log that only looks a little like another compression is plain",
        arguments: ["BZh", "BZh0AY&SY", "BZh91AY", "PK file names", "LZI", "7z", "(", ""])
    func notACompression(text: String) throws {
        let path = try folder.file("log", Array(text.utf8))
        #expect(difference(try ReadContent(path: path).bytes, Array(text.utf8)) == nil)
    }

    @Test("Gzip is known by its first bytes, not by its name")
    func names() throws {
        let line = Array("line\n".utf8)
        let gzip = try LogInput(opening: try folder.file("access.log", Gzip.member(line)))
        let plain = try LogInput(opening: try folder.file("access.log.gz", line))
        #expect(gzip.isGzip && !plain.isGzip)
        #expect(difference(try ReadContent(LogStream(gzip)).bytes, line) == nil)
        #expect(difference(try ReadContent(LogStream(plain)).bytes, line) == nil)
    }

    @Test("A regular file has a size and can be read again; its bytes come in order, then none")
    func regularFile() throws {
        let content = Content.bytes(5000, seed: 1)
        let input = try LogInput(opening: try folder.file("log", content))
        #expect(input.sizeInBytes == 5000)
        #expect(input.isRewindable)
        for _ in 0..<2 {
            #expect(input.offset == 0)
            #expect(difference(try all(of: input, at: 7), content) == nil)
            #expect(input.offset == 5000)
            #expect(try all(of: input, at: 7).isEmpty)
            try input.rewind()
        }
        #expect(difference(try ReadContent(LogStream(input)).bytes, content) == nil)
    }

    @Test("A pipe has no size and is read once; gzip and plain are known there too")
    func pipes() throws {
        let content = Content.bytes(40_000, seed: 2)
        for bytes in [content, Gzip.member(content, header: .full), [], [0x1F], Array(content[..<16])] {
            let pipe = try #require(FilledPipe(bytes))
            let input = try LogInput(opening: pipe.path)
            #expect(input.sizeInBytes == nil)
            #expect(!input.isRewindable)
            #expect(input.isGzip == (bytes.prefix(2) == [0x1F, 0x8B]))
            #expect(difference(try ReadContent(LogStream(input)).bytes, input.isGzip ? content : bytes) == nil)
        }
    }

    @Test("A spooled pipe can be read again, from its first byte", arguments: [0, 1, 15, 16, 17, 60_000])
    func spooled(size: Int) throws {
        let content = Content.bytes(size, seed: 3)
        let pipe = try #require(FilledPipe(content))
        let input = try LogInput(opening: pipe.path).spooled()
        #expect(input.name == pipe.path)
        #expect(input.sizeInBytes == Int64(size))
        #expect(input.isRewindable)
        for _ in 0..<2 {
            #expect(difference(try ReadContent(LogStream(input)).bytes, content) == nil)
            try input.rewind()
        }
    }

    @Test("A spooled gzip pipe is still gzip")
    func spooledGzip() throws {
        let content = Content.bytes(60_000, seed: 4)
        let pipe = try #require(FilledPipe(Gzip.member(content)))
        let input = try LogInput(opening: pipe.path).spooled()
        #expect(input.isGzip)
        #expect(difference(try ReadContent(LogStream(input)).bytes, content) == nil)
    }

    private func all(of input: LogInput, at width: Int) throws -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: width, alignment: 1)
        defer { buffer.deallocate() }
        var bytes: [UInt8] = []
        while true {
            let count = try input.read(into: buffer)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
