/// What `KnownContents` has to find, told from the bytes themselves.
enum PlainContent {
    static let blockBytes = 65_536

    /// Whether the shorter content, or an equal one, is where the other begins.
    static func begins(_ whole: [UInt8], with part: [UInt8]) -> Bool {
        !part.isEmpty && part.count <= whole.count && part == Array(whole[..<part.count])
    }

    /// What a stored content has to have of a later, shorter one: COUNTING, section 7.
    static func isRecognised(_ part: [UInt8], in stored: [UInt8]) -> Bool {
        if part.isEmpty || part.count > stored.count { return false }
        if part.count == stored.count { return part == stored }
        let blocks = part.count / blockBytes
        var decisive = blocks * blockBytes
        if blocks == 0 || stored.count / blockBytes == blocks {
            decisive = part.lastIndex(of: UInt8(ascii: "\n")).map { max($0 + 1, decisive) } ?? decisive
        }
        return decisive > 0 && begins(stored, with: Array(part[..<decisive]))
    }

    /// Whether blocks and complete lines tell all there is to tell.
    static func isExact(_ part: [UInt8], in stored: [UInt8]) -> Bool {
        let blocks = part.count / blockBytes
        if part.count % blockBytes == 0 || part.count >= stored.count { return true }
        return part.last == UInt8(ascii: "\n") && (blocks == 0 || stored.count / blockBytes == blocks)
    }
}
