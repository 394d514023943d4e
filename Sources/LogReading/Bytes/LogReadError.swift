/// Why a log cannot be read, with the file, the place in it and what to do.
public enum LogReadError: Error, Hashable, Sendable {
    /// It cannot be opened: missing, a folder, no permission. `reason` is the system's.
    case unopenable(name: String, reason: String)
    /// It is compressed in a way that is not read here.
    case otherCompression(name: String, Compression)
    /// The system failed while the file was read. `offset`: bytes of the file read before.
    case io(name: String, offset: Int64, reason: String)
    /// Gzip data that does not end as it has to. `offset`: bytes of the file taken before the damage showed;
    /// `goodBytes`: decompressed bytes of the complete members before it.
    case damaged(name: String, offset: Int64, Damage, goodBytes: Int64)
    /// Its size or the time of its last change is another than when it was opened: what was read may be a mixture.
    case changed(name: String)

    /// What is wrong with gzip data.
    public enum Damage: Error, Hashable, Sendable {
        /// The file ends inside a member.
        case cut
        /// A member's CRC-32 or length does not fit its content.
        case wrongChecksum
        /// Not valid gzip or deflate data.
        case invalidData

        public var phrase: String {
            switch self {
            case .cut: "the file is cut"
            case .wrongChecksum: "wrong CRC"
            case .invalidData: "not valid gzip data"
            }
        }
    }

    /// Compressions that are known by their first bytes, so that they can be named.
    public enum Compression: String, Hashable, Sendable, CaseIterable {
        case zstd, bzip2, xz, zip, lz4, lzip, compress
        case sevenZip = "7z"

        /// Whether a file that begins so is of this compression.
        public func isFound(in head: [UInt8]) -> Bool {
            guard head.starts(with: signature) else { return false }
            guard self == .bzip2 else { return true }
            // The size of its blocks, 1 to 9, and a block's signature, or that of the end where there is none.
            guard head.count > 3, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(head[3]) else { return false }
            let behind = head.dropFirst(4)
            return behind.starts(with: "1AY&SY".utf8) || behind.starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
        }

        /// The first bytes that all such files have.
        private var signature: [UInt8] {
            switch self {
            case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
            case .bzip2: Array("BZh".utf8)
            case .xz: [0xFD] + Array("7zXZ".utf8) + [0x00]
            case .zip: Array("PK".utf8) + [0x03, 0x04]
            case .lz4: [0x04, 0x22, 0x4D, 0x18]
            case .lzip: Array("LZIP".utf8)
            case .compress: [0x1F, 0x9D]
            case .sevenZip: Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C]
            }
        }

        /// A command whose output this program reads.
        public var remedy: String {
            switch self {
            case .zstd: "zstd -dc"
            case .bzip2: "bzip2 -dc"
            case .xz: "xz -dc"
            case .zip: "unzip -p"
            case .lz4: "lz4 -dc"
            case .lzip: "lzip -dc"
            case .compress: "gzip -dc"
            case .sevenZip: "7z x -so"
            }
        }
    }
}

extension LogReadError: CustomStringConvertible {
    /// One line without the program's name: what, where, remedy.
    public var description: String {
        switch self {
        case .unopenable(let name, let reason):
            "\(name): cannot be opened (\(reason)); nothing was read; check the name and its permissions"
        case .otherCompression(let name, let compression):
            "\(name): is \(compression.rawValue), and only gzip and plain logs are read; "
                + "try: \(compression.remedy) \(name) | accessrank process -"
        case .io(let name, let offset, let reason):
            "\(name): cannot be read on from byte \(offset) (\(reason)); no report was written; run it again"
        case .damaged(let name, let offset, let damage, _):
            "\(name): damaged at byte \(offset) (\(damage.phrase))"
        case .changed(let name):
            "\(name): changed while it was read; nothing of it was counted; run it again when it is written no more"
        }
    }
}
