extension LineRenderer {
    private static let percent = UInt8(ascii: "%")
    private static let slash = UInt8(ascii: "/")

    /// Appends a canonical path in one of the ways that mean the same.
    mutating func append(_ path: [UInt8], spelt spelling: Spelling, to buffer: inout [UInt8]) {
        switch spelling {
        case .plain: buffer.append(contentsOf: path)
        case .trailingSlash: append(path, "/", to: &buffer)
        case .amp: append(path, "/amp", to: &buffer)
        case .ampSlash: append(path, "/amp/", to: &buffer)
        case .indexPage: append(path, "/index.html", to: &buffer)
        case .secondPage: append(path, "/page/2", to: &buffer)
        case .ampIndexPage: append(path, "/amp/index.php", to: &buffer)
        case .lowerCaseEscapes:
            for (index, byte) in path.enumerated() {
                let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte)
                buffer.append(isLetter && Self.isInEscape(path, index) ? byte | 0x20 : byte)
            }
        case .needlessEscape: appendEscapingOne(of: path, to: &buffer)
        case .loggedBytes:
            for byte in path {
                if byte == Self.percent { buffer.append(text: "\\x") } else { buffer.append(byte) }
            }
        case .doubleSlash: append(path, beforeLastSegment: "/", to: &buffer)
        case .dotSegment: append(path, beforeLastSegment: "/.", to: &buffer)
        case .parentSegment: append(path, beforeLastSegment: "/old/..", to: &buffer)
        case .absolute:
            buffer.append(contentsOf: SiteModel.address.utf8)
            buffer.append(contentsOf: path)
        }
    }

    private func append(_ path: [UInt8], _ suffix: StaticString, to buffer: inout [UInt8]) {
        buffer.append(contentsOf: path)
        buffer.append(text: suffix)
    }

    private func append(_ path: [UInt8], beforeLastSegment insertion: StaticString, to buffer: inout [UInt8]) {
        let last = path.lastIndex(of: Self.slash) ?? 0
        buffer.append(contentsOf: path[..<last])
        buffer.append(text: insertion)
        buffer.append(contentsOf: path[last...])
    }

    private mutating func appendEscapingOne(of path: [UInt8], to buffer: inout [UInt8]) {
        var chosen = random.below(path.count)
        while !Self.isUnreserved(path[chosen]) || Self.isInEscape(path, chosen) { chosen = (chosen + 1) % path.count }
        buffer.append(contentsOf: path[..<chosen])
        buffer.appendEscape(path[chosen])
        buffer.append(contentsOf: path[(chosen + 1)...])
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }

    /// True for the two digits behind a `%`.
    private static func isInEscape(_ path: [UInt8], _ index: Int) -> Bool {
        (index >= 1 && path[index - 1] == percent) || (index >= 2 && path[index - 2] == percent)
    }
}
