import Foundation
import LogReading

/// The digest of parts of a file: its two halves, 8 bytes each, little-endian. Like a key it has no format byte.
enum FileDigestBlob {
    static func encode(_ digest: FileDigest) -> Data {
        KeyBlob.encode(SipKey(low: digest.low, high: digest.high))
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> FileDigest {
        guard bytes.count == 16 else { throw DamagedBlob(reason: "is no digest of 16 bytes") }
        let halves = try KeyBlob.decode(bytes)
        return FileDigest(low: halves.low, high: halves.high)
    }
}
