import CByteScan

/// Which of up to 64 bytes tell how a path is spelt: a bit each, the first byte's the lowest.
package struct PathMarks {
    package let slashes: UInt64
    package let dots: UInt64
    /// What no path may hold as it is: neither `pchar` of RFC 3986, section 3.3, nor a slash. An escape's `%` is one.
    package let others: UInt64

    /// How many bytes are looked at together.
    package static let span = 64
}

extension ByteView {
    /// The marks of `PathMarks.span` bytes from `index` on; of fewer at the view's end.
    package func pathMarks(at index: Int) -> PathMarks {
        let bytes = self[index..<Swift.min(index + PathMarks.span, count)]
        let found = cbytescan_path_64(bytes.base, bytes.count)
        return PathMarks(slashes: found.slashes, dots: found.dots, others: found.others)
    }
}
