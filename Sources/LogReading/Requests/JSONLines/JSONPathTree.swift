/// The paths that are wanted of each line, as a tree that a walk over the line goes down.
///
/// Every path has a slot, its number in the order in which the paths were given.
struct JSONPathTree: Sendable {
    struct Node {
        /// Its edges.
        var edges = 0..<0
        /// Slots of this node itself.
        var slots: [Int] = []
        /// The slots of all nodes below and of this one: what a key that comes again takes back.
        var slotsBelow: [Int] = []
    }

    /// The way from a node to one of its children.
    private struct Edge {
        var key: Range<Int>
        var node: Int
    }

    private(set) var nodes: [Node] = []
    private var edges: [Edge] = []
    /// All keys, one behind the other.
    private var keys: [UInt8] = []
    let slotCount: Int

    /// The root is node 0.
    static let root = 0

    /// - Parameter paths: Keys of objects, one within the other; one path for each slot.
    init(_ paths: [[[UInt8]]]) {
        slotCount = paths.count
        nodes = [Node()]
        add(paths.enumerated().map { (slot: $0.offset, rest: $0.element[...]) }, to: JSONPathTree.root)
    }

    private mutating func add(_ paths: [(slot: Int, rest: ArraySlice<[UInt8]>)], to node: Int) {
        nodes[node].slots = paths.filter(\.rest.isEmpty).map(\.slot)
        nodes[node].slotsBelow = paths.map(\.slot)
        var steps: [[UInt8]] = []
        for case let step? in paths.map(\.rest.first) where !steps.contains(step) { steps.append(step) }
        let first = edges.count
        for step in steps {
            edges.append(Edge(key: keys.count..<(keys.count + step.count), node: nodes.count))
            keys += step
            nodes.append(Node())
        }
        nodes[node].edges = first..<edges.count
        for (offset, step) in steps.enumerated() {
            let below = paths.filter { $0.rest.first == step }.map { (slot: $0.slot, rest: $0.rest.dropFirst()) }
            add(below, to: edges[first + offset].node)
        }
    }

    /// The node that a key of an object leads to; nil where nothing below it is wanted.
    func node(below node: Int, key: ByteView) -> Int? {
        for index in nodes[node].edges {
            let edge = edges[index]
            if edge.key.count == key.count, isEqual(edge.key, key) { return edge.node }
        }
        return nil
    }

    private func isEqual(_ range: Range<Int>, _ key: ByteView) -> Bool {
        for offset in 0..<key.count where keys[range.lowerBound + offset] != key[offset] { return false }
        return true
    }
}
