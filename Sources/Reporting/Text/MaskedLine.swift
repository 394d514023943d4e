import LogReading

/// A line of a log as it may be shown: addresses cut to /24 or /48, queries and values cut, no longer than 200 characters.
///
/// Wherever something looks like an address, it is cut: as the client, in X-Forwarded-For, with a port, in a host name that
/// is made of it. Of a query nothing is left but its `?`, of `name=value` the name. What a browser calls its version stays,
/// if it does not look like an address. Not promised: that a name or a number of a reader that somebody put into a path is
/// seen as one.
public enum MaskedLine {
    /// - Parameters:
    ///   - line: As it was; of a long one the beginning is enough.
    ///   - client: The logged client, where it is known: a name is left out.
    public static func of(_ line: [UInt8], client: Range<Int>? = nil) -> String {
        let rest = line.prefix(mostBytes)
        var masked: [UInt8] = []
        if let client, client.upperBound <= rest.count, isName(rest[client]) {
            masked = maskingAddresses(of: cuttingValues(of: rest[..<client.lowerBound])) + "(a name)".utf8
            masked += maskingAddresses(of: cuttingValues(of: rest[client.upperBound...]))
        } else {
            masked = maskingAddresses(of: cuttingValues(of: rest))
        }
        let shown = ShownText.of(ByteString(masked))
        return shown.count > longestShown ? shown.prefix(longestShown - 3) + "..." : shown
    }

    public static let longestShown = 200
    /// What is shown of a line comes from its first bytes; the rest only costs.
    public static let mostBytes = 2048

    private static func isName(_ client: ArraySlice<UInt8>) -> Bool {
        IPAddress(Array(client)) == nil && client.contains { isLetter($0) }
    }

    /// What stands behind a `?`, or behind a `=` up to the next value, is the reader's own.
    private static func cuttingValues(of line: ArraySlice<UInt8>) -> [UInt8] {
        var cut: [UInt8] = []
        var index = line.startIndex
        while index < line.endIndex {
            let byte = line[index]
            cut.append(byte)
            index += 1
            guard byte == UInt8(ascii: "?") || byte == UInt8(ascii: "=") else { continue }
            let ends = byte == UInt8(ascii: "?") ? queryEnds : valueEnds
            let start = index
            while index < line.endIndex, !ends.contains(line[index]) { index += 1 }
            if index > start { cut += "...".utf8 }
        }
        return cut
    }

    private static let queryEnds = Set(" \t\"'<>\\".utf8)
    private static let valueEnds = Set(" \t\"'<>\\&;,".utf8)

    /// Takes the line apart into runs of the bytes that addresses are made of.
    private static func maskingAddresses(of line: [UInt8]) -> [UInt8] {
        var masked: [UInt8] = []
        var index = 0
        while index < line.count {
            let start = index
            while index < line.count, isAddressByte(line[index]) { index += 1 }
            if index > start {
                masked += maskedRun(line[start..<index])
            } else {
                masked.append(line[index])
                index += 1
            }
        }
        return masked
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || isHexLetter(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
    }

    private static func maskedRun(_ run: ArraySlice<UInt8>) -> [UInt8] {
        let colons = run.count { $0 == UInt8(ascii: ":") }
        if colons >= 2 {
            if let address = IPAddress(Array(run)) { return Array(MaskedAddress.text(of: address).utf8) }
            // An address with something attached to it, which would take it for none.
            if colons >= groupsOfAddress - 1 || hasTwoColons(run) { return Array("(an address)".utf8) }
        }
        return maskingQuads(of: run)
    }

    private static func hasTwoColons(_ run: ArraySlice<UInt8>) -> Bool {
        zip(run, run.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == UInt8(ascii: ":") }
    }

    private static let groupsOfAddress = 8
    private static let partsOfQuad = 4
    private static let largestPart = 255

    /// Four numbers below 256 between dots: the last becomes 0.
    private static func maskingQuads(of run: ArraySlice<UInt8>) -> [UInt8] {
        var masked: [UInt8] = []
        var index = run.startIndex
        while index < run.endIndex {
            if isDigit(run[index]), let end = endOfThreeParts(run[index...]) {
                masked += run[index..<end] + [UInt8(ascii: "0")]
                index = end
                while index < run.endIndex, isDigit(run[index]) { index += 1 }
            } else {
                let isNumber = isDigit(run[index])
                repeat {
                    masked.append(run[index])
                    index += 1
                } while isNumber && index < run.endIndex && isDigit(run[index])
            }
        }
        return masked
    }

    /// Behind the third dot of `203.0.113.7`; nil where no such thing begins.
    private static func endOfThreeParts(_ run: ArraySlice<UInt8>) -> Int? {
        var index = run.startIndex
        for part in 1...partsOfQuad {
            let start = index
            while index < run.endIndex, isDigit(run[index]), index - start < 4 { index += 1 }
            guard index > start, let number = Int(String(decoding: run[start..<index], as: UTF8.self)),
                number <= largestPart
            else { return nil }
            if part == partsOfQuad { return start }
            guard index < run.endIndex, run[index] == UInt8(ascii: ".") else { return nil }
            index += 1
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    private static func isHexLetter(_ byte: UInt8) -> Bool { (0x61...0x66).contains(byte | 0x20) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
