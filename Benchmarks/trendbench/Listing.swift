/// What a score lists on a day: the first rows at each step, and what came of them.
struct Listing {
    static let rows = 10

    struct Entry {
        let article: Int
        /// Minutes since the day began: the window's end.
        let minute: Int
        let score: Double
    }

    var entries: [Entry] = []

    struct Rise {
        let article: Int
        /// Minutes since the day began.
        let start: Int
        let minutes: Int
    }
}

/// What a score comes to, over days and their rises.
struct Result {
    var rises = 0
    var found = 0
    var listed = 0
    var listedRightly = 0
    var delays: [Int] = []
    var quietDays = 0
    var falseOnQuietDays = 0

    var recall: Double { Double(found) / Double(max(1, rises)) }
    var precision: Double { listed == 0 ? 0 : Double(listedRightly) / Double(listed) }
    var f1: Double { recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision) }
    var falsePerQuietDay: Double { Double(falseOnQuietDays) / Double(max(1, quietDays)) }
    /// Minutes to the first listing, the rises that were never listed among the longest.
    var medianDelay: Int? {
        let sorted = delays.sorted()
        return rises == 0 || sorted.count <= rises / 2 ? nil : sorted[rises / 2]
    }

    /// A listing is right from the rise's start until its last minute has left the window.
    mutating func add(_ listing: Listing, _ rises: [Listing.Rise], from threshold: Double, window: Int) {
        let entries = listing.entries.filter { $0.score >= threshold }
        var outcomes: Set<[Int]> = []
        var first: [Int: Int] = [:]
        for entry in entries {
            let rise = rises.first { rise in
                rise.article == entry.article && rise.start < entry.minute
                    && entry.minute <= rise.start + rise.minutes + window
            }
            outcomes.insert([entry.article, rise == nil ? 0 : 1])
            if let rise { first[entry.article] = min(first[entry.article] ?? .max, entry.minute - rise.start) }
        }
        self.rises += rises.count
        found += first.count
        listed += outcomes.count
        listedRightly += outcomes.filter { $0[1] == 1 }.count
        delays += first.values
    }

    mutating func add(quiet listing: Listing, from threshold: Double) {
        quietDays += 1
        falseOnQuietDays += Set(listing.entries.filter { $0.score >= threshold }.map(\.article)).count
    }
}
