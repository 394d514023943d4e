import LogReading

/// Finds the canonical paths of targets, one after the other, each in one pass.
///
/// What `CanonicalPath` tells step by step. A target that holds its path as it is, as four in five do, is not copied; any other path is
/// written into room of the reader's own.
struct PathReader: ~Copyable {
    /// Allocated when a path first has to be written.
    private var room: UnsafeMutablePointer<UInt8>?
    private var roomBytes = 0
    /// Of the path in the room.
    private var count = 0
    /// Where the path's last slash lies in the room.
    private var lastSlash = 0

    private static let leastRoomBytes = 1024

    init() {}

    deinit { room?.deallocate() }

    /// The canonical path of a target, or nil if the target is no path.
    ///
    /// Its bytes are the target's or the reader's: they are valid until either goes, or the next target is read.
    mutating func path(of target: ByteView) -> ByteView? {
        if PathReader.isPlain(target) { return CanonicalPath.withoutEndings(target) }
        let origin = CanonicalPath.endOfOrigin(target)
        guard origin != nil || target.count > 0 && target[0] == .slash else { return nil }
        return CanonicalPath.withoutEndings(respelt(target, from: origin ?? 0))
    }

    /// Whether there is nothing to do but to cut endings off.
    private static func isPlain(_ target: ByteView) -> Bool {
        guard target.count > 0, target[0] == .slash else { return false }
        var afterSlash: UInt64 = 0
        var start = 0
        while start < target.count {
            let marks = target.pathMarks(at: start)
            afterSlash |= marks.slashes << 1
            if marks.others | afterSlash & (marks.slashes | marks.dots) != 0 { return false }
            afterSlash = marks.slashes >> UInt64(PathMarks.span - 1)
            start += PathMarks.span
        }
        return true
    }

    /// The target's bytes from a place on in their one spelling, up to a query or a fragment: steps 2 and 3 of the rules.
    private mutating func respelt(_ target: ByteView, from origin: Int) -> ByteView {
        // Nothing takes more room than three bytes of an escape, and the first slash may have to be put in.
        let room = clearedRoom(bytes: 1 + PercentEscapes.length * (target.count - origin))
        room[0] = .slash
        (count, lastSlash) = (1, 0)
        var index = origin
        while index < target.count {
            let start = index
            let marks = target.pathMarks(at: start)
            var left = marks.slashes | marks.others
            while left != 0 {
                let place = start + left.trailingZeroBitCount
                append(target[index..<place], to: room)
                if target[place] == .questionMark || target[place] == .numberSign { return endOfPath(in: room) }
                index = place + append(byteAt: place, of: target, to: room)
                // An escape's digits have no marks.
                left &= left - 1
            }
            let end = min(start + PathMarks.span, target.count)
            if index < end {
                append(target[index..<end], to: room)
                index = end
            }
        }
        return endOfPath(in: room)
    }

    private mutating func endOfPath(in room: UnsafeMutablePointer<UInt8>) -> ByteView {
        endSegment(in: room)
        return ByteView(base: room, count: count)
    }

    /// Appends what a slash or a byte that no path holds as it is becomes; gives how many bytes of the target that takes.
    private mutating func append(
        byteAt place: Int, of target: ByteView, to room: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let byte = target[place]
        if byte == .slash {
            endSegment(in: room)
            if lastSlash < count - 1 {
                lastSlash = count
                append(.slash, to: room)
            }
            return 1
        }
        guard byte == .percent, let escaped = PercentEscapes.escapedByte(at: place, in: target) else {
            appendEscape(of: byte, to: room)
            return 1
        }
        if escaped.isUnreserved { append(escaped, to: room) } else { appendEscape(of: escaped, to: room) }
        return PercentEscapes.length
    }

    /// Resolves the segment behind the last slash where it is `.` or `..`, and leaves that slash or the one before.
    private mutating func endSegment(in room: UnsafeMutablePointer<UInt8>) {
        let segment = lastSlash + 1
        switch count - segment {
        case 1 where room[segment] == .dot:
            count = segment
        case 2 where room[segment] == .dot && room[segment + 1] == .dot:
            // At the root it stays at the root.
            lastSlash = max(lastSlash - 1, 0)
            while room[lastSlash] != .slash { lastSlash -= 1 }
            count = lastSlash + 1
        default: break
        }
    }

    private mutating func append(_ byte: UInt8, to room: UnsafeMutablePointer<UInt8>) {
        precondition(count < roomBytes, "a path that outgrows its room")
        room[count] = byte
        count += 1
    }

    private mutating func append(_ bytes: ByteView, to room: UnsafeMutablePointer<UInt8>) {
        precondition(bytes.count <= roomBytes - count, "a path that outgrows its room")
        bytes.copy(to: room + count)
        count += bytes.count
    }

    private mutating func appendEscape(of byte: UInt8, to room: UnsafeMutablePointer<UInt8>) {
        append(.percent, to: room)
        append(PercentEscapes.hexDigit(byte >> 4), to: room)
        append(PercentEscapes.hexDigit(byte & 0x0F), to: room)
    }

    private mutating func clearedRoom(bytes: Int) -> UnsafeMutablePointer<UInt8> {
        if let room, bytes <= roomBytes { return room }
        room?.deallocate()
        roomBytes = max(2 * bytes, PathReader.leastRoomBytes)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: roomBytes)
        room = larger
        return larger
    }
}
