import LogReading

/// A whole list in memory as valid UTF-8, with what tells a feed from a table.
struct FileContent {
    enum Kind { case nothing, page, xml, lines }

    let name: String
    let kind: Kind
    /// Valid UTF-8 without a byte order mark and without NUL; where `defect` is set, only what stands before it.
    let bytes: [UInt8]
    /// Where the file stops being text; nil for one that is text to its end.
    let defect: TextDefect?

    /// Content beyond this is not read: ten times what the sitemap protocol allows a file to be is 500 MB, but no
    /// list of titles comes near it.
    static let maximumBytes = 256 * 1024 * 1024

    /// - Throws: A fatal problem: the file is not there, damaged, too long, or in an encoding that is not read.
    init(reading path: String, limit: Int = FileContent.maximumBytes) throws(CatalogueProblem) {
        name = path
        let raw = try Self.rawContent(of: path, limit: limit)
        let decoded = try TextEncoding.decoded(raw, of: path)
        (bytes, defect) = (decoded.bytes, decoded.defect)
        kind = Self.kind(of: bytes)
    }

    private static func rawContent(of path: String, limit: Int) throws(CatalogueProblem) -> [UInt8] {
        do {
            let stream = LogStream(try LogInput(opening: path), limit: Int64(limit) + 1)
            let block = UnsafeMutableRawBufferPointer.allocate(byteCount: ContentIdentity.blockBytes, alignment: 64)
            defer { block.deallocate() }
            var content: [UInt8] = []
            while true {
                let count = try stream.read(into: block)
                content += block[..<count]
                if count < block.count { break }
            }
            guard content.count <= limit else {
                throw problem(
                    path, "holds more than \(limit / 1024 / 1024) MiB; no headline was taken",
                    remedy: "split it, or leave the text of the articles out of it")
            }
            return content
        } catch let failure as LogReadError {
            throw problem(of: failure)
        } catch let problem as CatalogueProblem {
            throw problem
        } catch {
            preconditionFailure("reading throws nothing else")
        }
    }

    private static func problem(_ file: String, _ text: String, remedy: String) -> CatalogueProblem {
        CatalogueProblem(file: file, problem: text, remedy: remedy, isFatal: true)
    }

    private static func problem(of failure: LogReadError) -> CatalogueProblem {
        switch failure {
        case .unopenable(let name, let reason):
            problem(
                name, "cannot be opened (\(reason)); no headline was taken",
                remedy: "check the name and its permissions")
        case .otherCompression(let name, let compression):
            problem(
                name, "is \(compression.rawValue), and only gzip and plain lists are read; no headline was taken",
                remedy: "unpack it: \(compression.remedy) \(name)")
        case .io(let name, let offset, let reason):
            problem(
                name, "cannot be read on from byte \(offset) (\(reason)); no headline was taken", remedy: "run it again"
            )
        case .damaged(let name, let offset, let damage, _):
            // Until a member's checksum is seen, any byte of it may be wrong.
            problem(
                name, "damaged at byte \(offset) (\(damage.phrase)); no headline was taken", remedy: "fetch it again")
        case .changed(let name):
            problem(
                name, "changed while it was read; no headline was taken",
                remedy: "run it again when it is written no more")
        }
    }

    private static func kind(of bytes: [UInt8]) -> Kind {
        guard let start = bytes.firstIndex(where: { !$0.isXMLSpace }) else { return .nothing }
        guard bytes[start] == UInt8(ascii: "<") else { return .lines }
        let opening = bytes[start...].prefix(64).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let isPage = opening.starts(with: "<!doctype html".utf8) || opening.starts(with: "<html".utf8)
        return isPage ? .page : .xml
    }
}

/// Where a file stops being text.
struct TextDefect: Hashable, Sendable {
    let line: Int
    /// In characters, counted from 1.
    let column: Int
    /// What stands there, as the end of a sentence that begins with the file's name.
    let phrase: String
    let remedy: String

    /// - Parameter valid: What stands before it, valid UTF-8.
    init(behind valid: ArraySlice<UInt8>, phrase: String, remedy: String) {
        var line = 1
        var start = valid.startIndex
        for index in valid.indices where valid[index] == UInt8(ascii: "\n") {
            line += 1
            start = index + 1
        }
        self.line = line
        // Every byte but those that continue a character.
        column = valid[start...].count { $0 & 0xC0 != 0x80 } + 1
        self.phrase = phrase
        self.remedy = remedy
    }
}

extension UInt8 {
    /// White space of XML 1.0: space, tab, line feed, carriage return.
    var isXMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
