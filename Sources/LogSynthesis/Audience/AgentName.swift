/// A user agent, in the two spellings in which servers log it; both decode to the same bytes.
struct AgentName: Sendable {
    /// What the client sent.
    let bytes: [UInt8]
    /// Quotes and backslashes behind a backslash, all other bytes as they are (Apache).
    let slashed: [UInt8]
    /// Quotes, backslashes and bytes above 126 as `\xHH` (nginx).
    let hexadecimal: [UInt8]

    init(_ text: String) {
        let quote = UInt8(ascii: "\"")
        let backslash = UInt8(ascii: "\\")
        bytes = Array(text.utf8)
        var slashed: [UInt8] = []
        var hexadecimal: [UInt8] = []
        for byte in bytes {
            if byte == quote || byte == backslash { slashed.append(backslash) }
            slashed.append(byte)
            if byte == quote || byte == backslash || byte > 126 {
                hexadecimal.appendLogEscape(byte)
            } else {
                hexadecimal.append(byte)
            }
        }
        self.slashed = slashed
        self.hexadecimal = hexadecimal
    }
}
