extension ByteView {
    /// A host or address without the port behind it: `203.0.113.7:52100`, `[2001:db8::7]:52100`.
    ///
    /// What has no port stays as it is.
    package var withoutPort: ByteView {
        var start = count
        while start > 0, self[start - 1].isDigit { start -= 1 }
        guard start > 1, start < count, self[start - 1] == colon else { return self }
        let host = self[0..<(start - 1)]
        if let bare = host.withoutBrackets { return bare }
        // An IPv6 address alone ends in such a thing too.
        return host.firstIndex(of: colon) == nil ? host : self
    }

    /// What stands between `[` and `]`; nil where these are not its ends.
    package var withoutBrackets: ByteView? {
        guard count > 1, self[0] == UInt8(ascii: "["), self[count - 1] == UInt8(ascii: "]") else { return nil }
        return self[1..<(count - 1)]
    }
}
