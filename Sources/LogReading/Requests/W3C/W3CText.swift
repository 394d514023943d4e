/// How a writer of the W3C's format writes texts with spaces in them.
enum W3CText: Sendable {
    /// IIS writes `+` for a space, and leaves all else as it is.
    case spacesAsPlus
    /// CloudFront escapes (`%20`) what could be taken for the line's own, and `%` too; its old logs do it twice.
    case percentEncoded

    /// What a cell stands for.
    func text(_ cell: ByteView, in assembly: RequestAssembly) -> ByteView {
        switch self {
        case .spacesAsPlus: W3CText.withSpaces(cell, in: assembly)
        case .percentEncoded: W3CText.decoded(cell, in: assembly)
        }
    }

    private static func withSpaces(_ cell: ByteView, in assembly: RequestAssembly) -> ByteView {
        guard cell.firstIndex(of: plus) != nil else { return cell }
        return assembly.hold(atMost: cell.count) { place in
            for index in 0..<cell.count { place[index] = cell[index] == plus ? space : cell[index] }
            return cell.count
        }
    }

    /// A text without a space that still has `%20` in it was escaped twice: no browser's name goes without one.
    private static func decoded(_ cell: ByteView, in assembly: RequestAssembly) -> ByteView {
        guard cell.firstIndex(of: percent) != nil else { return cell }
        let once = decodedOnce(cell, in: assembly)
        guard once.firstIndex(of: space) == nil, once.holdsEscapedSpace else { return once }
        return decodedOnce(once, in: assembly)
    }

    private static func decodedOnce(_ cell: ByteView, in assembly: RequestAssembly) -> ByteView {
        assembly.hold(atMost: cell.count) { place in
            var end = 0
            var index = 0
            while index < cell.count {
                if cell[index] == percent, let byte = cell.escapedByte(at: index) {
                    place[end] = byte
                    index += 3
                } else {
                    place[end] = cell[index]
                    index += 1
                }
                end += 1
            }
            return end
        }
    }

    /// The cell with `%2520` made `%20`: an escape as it was asked for. All other escapes stay.
    static func undoingDoubleEscapes(_ cell: ByteView, in assembly: RequestAssembly) -> ByteView {
        guard let first = cell.firstIndex(of: percent), first + 4 < cell.count else { return cell }
        return assembly.hold(atMost: cell.count) { place in
            var end = 0
            var index = 0
            while index < cell.count {
                place[end] = cell[index]
                end += 1
                let isDouble =
                    cell[index] == percent && cell.escapedByte(at: index) == percent
                    && index + 4 < cell.count && cell[index + 3].hexValue != nil && cell[index + 4].hexValue != nil
                index += isDouble ? 3 : 1
            }
            return end
        }
    }
}

private let percent = UInt8(ascii: "%")

extension ByteView {
    /// The byte that `%HH` at a place stands for; nil where there is no such thing.
    fileprivate func escapedByte(at index: Int) -> UInt8? {
        guard index + 2 < count, let high = self[index + 1].hexValue, let low = self[index + 2].hexValue else {
            return nil
        }
        return high << 4 | low
    }

    fileprivate var holdsEscapedSpace: Bool {
        var index = 0
        while let found = firstIndex(of: percent, from: index) {
            if escapedByte(at: found) == space { return true }
            index = found + 1
        }
        return false
    }
}
