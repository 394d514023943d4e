extension ByteView {
    /// The value of a cookie in a Cookie header, `a=b; NAME=value`; nil where it has none of this name.
    ///
    /// Names are compared byte for byte (RFC 6265, section 5.4); of several cookies of one name the first counts, as it
    /// is the one of the longest path.
    func cookie(named name: [UInt8]) -> ByteView? {
        var start = 0
        while start < count {
            while start < count, self[start] == space { start += 1 }
            let end = firstIndex(of: UInt8(ascii: ";"), from: start) ?? count
            let valueStart = start + name.count + 1
            if valueStart <= end, self[valueStart - 1] == UInt8(ascii: "="), begins(with: name, at: start) {
                var valueEnd = end
                while valueEnd > valueStart, self[valueEnd - 1] == space { valueEnd -= 1 }
                return self[valueStart..<valueEnd]
            }
            start = end + 1
        }
        return nil
    }

    private func begins(with name: [UInt8], at start: Int) -> Bool {
        for (offset, byte) in name.enumerated() where self[start + offset] != byte { return false }
        return true
    }
}
