import CZlib
import Foundation

/// A gzip file being written: one member, zlib level 6, no time and no name in its header.
///
/// Equal bytes in give equal bytes out with one zlib; another zlib may pack them otherwise.
final class GzipFile {
    private static let level: Int32 = 6
    /// 15 bits of window, and 16 for a gzip header and trailer.
    private static let windowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8
    private static let outputBytes = 256 << 10

    private let path: String
    private let file: FileHandle
    /// At one address as long as it lives: zlib remembers it.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private var output = [UInt8](repeating: 0, count: outputBytes)

    /// Creates the file, or empties one that is there.
    init(path: String) throws(SynthesisError) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw .output(path: path, reason: "cannot be created") }
        self.path = path
        self.file = file
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(
            stream, Self.level, Z_DEFLATED, Self.windowBits, Self.memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        precondition(status == Z_OK, "zlib refused fixed, valid parameters")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    func write(_ bytes: [UInt8]) throws(SynthesisError) {
        try deflate(bytes, Z_NO_FLUSH)
    }

    /// Writes the trailer; nothing may be written afterwards.
    func close() throws(SynthesisError) {
        try deflate([], Z_FINISH)
        do { try file.close() } catch { throw .output(path: path, reason: "\(error)") }
    }

    private func deflate(_ bytes: [UInt8], _ flush: Int32) throws(SynthesisError) {
        var taken = 0
        repeat {
            let (consumed, produced) = step(bytes[taken...], flush)
            taken += consumed
            do { try file.write(contentsOf: output[..<produced]) } catch {
                throw .output(path: path, reason: "\(error)")
            }
            // zlib has given all that it has as soon as it leaves room in the output.
        } while stream.pointee.avail_out == 0
        precondition(taken == bytes.count, "zlib left input behind")
    }

    /// One call of zlib; returns how much it read and wrote.
    private func step(_ bytes: ArraySlice<UInt8>, _ flush: Int32) -> (consumed: Int, produced: Int) {
        bytes.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                let status = CZlib.deflate(stream, flush)
                precondition(status != Z_STREAM_ERROR, "zlib's state was damaged")
                return (input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
            }
        }
    }
}
