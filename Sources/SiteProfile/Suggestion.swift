/// The word that was meant, for messages about words that are not known.
enum Suggestion {
    /// `did you mean "articles"? `, or nothing where no word is near.
    static func text(for word: String, among known: [String]) -> String {
        nearest(to: word, among: known).map { "did you mean \"\($0)\"? " } ?? ""
    }

    /// The word with the fewest slips from this one, if they are few for its length; of several, the first.
    static func nearest(to word: String, among known: [String]) -> String? {
        guard word.utf8.count <= longestWord else { return nil }
        let typed = Array(word.lowercased().utf8)
        let ranked = known.map { (word: $0, slips: slips(from: typed, to: Array($0.lowercased().utf8))) }
        guard let best = ranked.min(by: { $0.slips < $1.slips }) else { return nil }
        return best.slips <= max(1, typed.count / bytesPerSlip) ? best.word : nil
    }

    /// One slip is allowed for so many bytes of the word.
    private static let bytesPerSlip = 3

    /// A longer word was not meant to be one of ours.
    private static let longestWord = 60

    /// Bytes put in, left out, replaced or swapped with their neighbour (Damerau's restricted distance).
    private static func slips(from a: [UInt8], to b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
                row.append(best)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
