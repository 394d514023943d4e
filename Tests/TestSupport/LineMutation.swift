/// Lines made a little wrong: a byte changed, put in, taken out; a stretch doubled; two lines in one.
public enum LineMutation {
    /// The bytes that a parser might stumble over.
    private static let interesting: [UInt8] =
        Array(#"  ""\\[]//::+--0123459xXnrtGETHTP/1.?#%&._ABab"#.utf8) + [0, 9, 13, 0x7F, 0x80, 0xFF]

    /// One of the lines with one to three mutations.
    public static func mutated(_ lines: [[UInt8]], using generator: inout SeededGenerator) -> [UInt8] {
        var line = lines[pick(lines.count, &generator)]
        for _ in 0...pick(3, &generator) { mutate(&line, lines, &generator) }
        return line
    }

    private static func mutate(_ line: inout [UInt8], _ lines: [[UInt8]], _ generator: inout SeededGenerator) {
        let place = pick(line.count + 1, &generator)
        let byte = interesting[pick(interesting.count, &generator)]
        switch pick(16, &generator) {
        case 0...5: if place < line.count { line[place] = byte }
        case 6...9: line.insert(byte, at: place)
        case 10...12: if place < line.count { line.remove(at: place) }
        case 13:
            let end = min(line.count, place + 1 + pick(12, &generator))
            line.insert(contentsOf: Array(line[place..<end]), at: place)
        case 14: line.removeSubrange(place..<min(line.count, place + 1 + pick(12, &generator)))
        default:
            let other = lines[pick(lines.count, &generator)]
            line = Array(line[..<place] + other[pick(other.count + 1, &generator)...])
        }
    }

    /// 0 ..< count, near enough to evenly.
    private static func pick(_ count: Int, _ generator: inout SeededGenerator) -> Int {
        count < 2 ? 0 : Int(generator.next() >> 33) % count
    }
}
