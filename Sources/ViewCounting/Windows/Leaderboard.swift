/// The views of numbered articles, and which have most of them: current after each change.
///
/// A tournament: the articles are the leaves of a binary tree, and every node holds the most views of any leaf below it. A
/// change goes up only as far as it changes who leads. Of equal views the lower number stands first.
struct Leaderboard: Sendable {
    /// The root is node 1; below a node are `2 * node` and `2 * node + 1`; the leaves come last, in the order of articles.
    private var most: [Int]
    private let firstLeaf: Int

    /// A row of a ranking.
    struct Row: Hashable, Sendable {
        let article: Int
        /// 1 or more.
        let views: Int
    }

    /// - Parameter articles: They are numbered from 0, and have no view yet.
    init(articles: Int) {
        var leaves = 1
        while leaves < articles { leaves *= 2 }
        firstLeaf = leaves
        most = Array(repeating: 0, count: 2 * leaves)
    }

    func views(of article: Int) -> Int { most[firstLeaf + article] }

    /// - Parameter views: Below 0 to take some back.
    /// - Complexity: O(log n) in the articles; mostly a step or two.
    @inline(__always)
    mutating func add(_ views: Int, to article: Int) {
        var node = firstLeaf + article
        most[node] += views
        while node > 1 {
            let leading = max(most[node], most[node ^ 1])
            node /= 2
            if most[node] == leading { return }
            most[node] = leading
        }
    }

    /// The first `count` articles with views, most first, then by number.
    ///
    /// - Complexity: O(k log n) for k rows and n articles.
    func top(_ count: Int) -> [Row] {
        var rows: [Row] = []
        var frontier = Frontier()
        if most[1] > 0 { frontier.add(Contender(node: 1, views: most[1], firstArticle: 0, width: firstLeaf)) }
        while rows.count < count, let next = frontier.removeFirst() {
            guard next.width > 1 else {
                rows.append(Row(article: next.firstArticle, views: next.views))
                continue
            }
            let width = next.width / 2
            for side in 0...1 where most[2 * next.node + side] > 0 {
                let node = 2 * next.node + side
                frontier.add(
                    Contender(
                        node: node, views: most[node], firstArticle: next.firstArticle + side * width, width: width))
            }
        }
        return rows
    }

    /// How many articles have exactly so many views.
    ///
    /// - Parameter views: 1 or more.
    /// - Complexity: O(k log n) in the articles that have as many or more.
    func articles(with views: Int) -> Int {
        var count = 0
        var nodes = [1]
        while let node = nodes.popLast() {
            guard most[node] >= views else { continue }
            if node >= firstLeaf {
                count += most[node] == views ? 1 : 0
            } else {
                nodes += [2 * node, 2 * node + 1]
            }
        }
        return count
    }
}

/// A node that may hold the next row.
private struct Contender {
    let node: Int
    let views: Int
    /// The lowest number below the node, which has `width` leaves.
    let firstArticle: Int
    let width: Int

    func precedes(_ other: Contender) -> Bool {
        views != other.views ? views > other.views : firstArticle < other.firstArticle
    }
}

/// The contenders, as a heap: what precedes all others is first.
private struct Frontier {
    private var heap: [Contender] = []

    mutating func add(_ contender: Contender) {
        var place = heap.count
        heap.append(contender)
        while place > 0, contender.precedes(heap[(place - 1) / 2]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeFirst() -> Contender? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while let child = [2 * place + 1, 2 * place + 2].filter({ $0 < heap.count })
            .min(by: { heap[$0].precedes(heap[$1]) }), heap[child].precedes(heap[place])
        {
            heap.swapAt(place, child)
            place = child
        }
        return first
    }
}
