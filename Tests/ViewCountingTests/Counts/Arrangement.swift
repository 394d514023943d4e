import TestSupport

/// The lines of a log in another order, dealt out to sources.
struct Arrangement {
    /// Contents, some of them perhaps empty.
    let sources: [[UInt8]]

    init(of lines: [[UInt8]], using generator: inout SeededGenerator) {
        let order = lines.shuffled(using: &generator)
        let count = Int.random(in: 1...5, using: &generator)
        var dealt = [[[UInt8]]](repeating: [], count: count)
        for line in order { dealt[Int.random(in: 0..<count, using: &generator)].append(line) }
        var sources: [[UInt8]] = []
        for lines in dealt {
            let endsWithLineFeed = Bool.random(using: &generator)
            sources.append(SmallLog.content(lines, endsWithLineFeed: endsWithLineFeed))
        }
        self.sources = sources
    }

    /// The sources as files: plain, gzip, or gzip of several members with lines across them.
    func packed(using generator: inout SeededGenerator) -> [[UInt8]] {
        var files: [[UInt8]] = []
        for source in sources {
            switch generator.next() % 3 {
            case 0: files.append(source)
            case 1: files.append(Gzip.member(source))
            default: files.append(Gzip.members(source, upTo: 5, using: &generator) + [0, 0])
            }
        }
        return files
    }
}
