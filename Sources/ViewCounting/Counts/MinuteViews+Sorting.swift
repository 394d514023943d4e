extension MinuteViews {
    /// Counts the views of a day by article and minute.
    ///
    /// Two stable passes of counting, by minute and then by article: 8 ns a view, where sorting takes 60.
    ///
    /// - Parameters:
    ///   - views: In pieces, in any order.
    ///   - counts: The views of each article by its number; cells number only the articles that have some.
    init(_ views: [[ViewTally.View]], counts: [UInt32]) {
        let minutes = MinuteViews.minutes(MinuteViews.byMinute(views), counts: counts)
        var cells: [Cell] = []
        // As many as there are, but for neighbours that end and begin in one minute.
        cells.reserveCapacity(
            counts.count + zip(minutes, minutes.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) })
        var article: UInt32 = 0
        var end = 0
        for count in counts where count > 0 {
            var index = end
            end += Int(count)
            while index < end {
                let (start, minute) = (index, minutes[index])
                while index < end, minutes[index] == minute { index += 1 }
                cells.append(Cell(article: article, minute: minute, views: UInt32(index - start)))
            }
            article += 1
        }
        self.init(cells: cells)
    }

    /// The earliest first.
    private static func byMinute(_ views: [[ViewTally.View]]) -> [ViewTally.View] {
        var (first, last) = (UInt32.max, UInt32.min)
        for piece in views {
            for view in piece {
                first = min(first, view.minute)
                last = max(last, view.minute)
            }
        }
        guard first <= last else { return [] }
        var places = [Int](repeating: 0, count: Int(last - first) + 2)
        for piece in views {
            for view in piece { places[Int(view.minute - first) + 1] += 1 }
        }
        for minute in places.indices.dropFirst() { places[minute] += places[minute - 1] }
        let count = places[places.count - 1]
        return [ViewTally.View](unsafeUninitializedCapacity: count) { sorted, initialized in
            for piece in views {
                for view in piece {
                    let minute = Int(view.minute - first)
                    sorted.initializeElement(at: places[minute], to: view)
                    places[minute] += 1
                }
            }
            initialized = count
        }
    }

    /// The minutes of the views of one article after the other's.
    private static func minutes(_ views: [ViewTally.View], counts: [UInt32]) -> [UInt32] {
        var places: [Int] = []
        places.reserveCapacity(counts.count)
        var end = 0
        for count in counts {
            places.append(end)
            end += Int(count)
        }
        precondition(end == views.count, "all views of the articles are there")
        return [UInt32](unsafeUninitializedCapacity: end) { minutes, initialized in
            for view in views {
                minutes.initializeElement(at: places[Int(view.article)], to: view.minute)
                places[Int(view.article)] += 1
            }
            initialized = end
        }
    }
}
