/// Walks over the JSON object of a line, checks all of it (RFC 8259), and notes where the wanted values stand.
///
/// Bytes are compared as they are: nothing is made of a line but ranges. Strings may hold any byte but control ones;
/// whether they are UTF-8 does not matter. Of a key that stands twice in an object the last one counts, with all below
/// it.
struct JSONWalk {
    /// Where a wanted value stands in its line.
    enum Value {
        /// Not there, `null`, or an object.
        case absent
        /// What is between the quotes.
        case string(Range<Int>, isEscaped: Bool)
        /// A number, `true` or `false`.
        case bare(Range<Int>)
        /// An array, from bracket to bracket.
        case array(Range<Int>)
    }

    /// By slot of the tree; of the line that was walked over last.
    private(set) var values: [Value]
    private let tree: JSONPathTree
    private var text: ByteView
    private var index = 0

    /// What is nested deeper than this is no line of a log.
    static let deepestNesting = 100

    init(_ tree: JSONPathTree) {
        self.tree = tree
        values = Array(repeating: .absent, count: tree.slotCount)
        text = ByteView(base: JSONWalk.nothing, count: 0)
    }

    /// What the text points to between lines, none of whose bytes is read.
    private nonisolated(unsafe) static let nothing = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    /// - Returns: Whether the line is one JSON object and nothing else.
    mutating func walk(_ line: ByteView) -> Bool {
        text = line
        index = 0
        for slot in values.indices { values[slot] = .absent }
        skipSpace()
        guard byte == UInt8(ascii: "{"), object(JSONPathTree.root, depth: 1) else { return false }
        skipSpace()
        return index == text.count
    }

    /// The byte at the place of the walk; 0, which is never one of the grammar, at the end.
    private var byte: UInt8 { index < text.count ? text[index] : 0 }

    private mutating func skipSpace() {
        while index < text.count, JSONWalk.isSpace(text[index]) { index += 1 }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    // MARK: Values

    /// - Parameter node: Nil where neither the value nor anything below it is wanted.
    private mutating func value(_ node: Int?, depth: Int) -> Bool {
        if let node { forget(node) }
        let start = index
        switch byte {
        case QuotedField.quote:
            guard let string = string() else { return false }
            note(.string(string.content, isEscaped: string.isEscaped), at: node)
            return true
        case UInt8(ascii: "{"):
            return depth < JSONWalk.deepestNesting && object(node, depth: depth + 1)
        case UInt8(ascii: "["):
            guard depth < JSONWalk.deepestNesting, array(depth: depth + 1) else { return false }
            note(.array(start..<index), at: node)
            return true
        case UInt8(ascii: "n"): return word("null")
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            guard word("true") || word("false") else { return false }
        default:
            guard number() else { return false }
        }
        note(.bare(start..<index), at: node)
        return true
    }

    private mutating func note(_ value: Value, at node: Int?) {
        guard let node else { return }
        for slot in tree.nodes[node].slots { values[slot] = value }
    }

    private mutating func forget(_ node: Int) {
        for slot in tree.nodes[node].slotsBelow { values[slot] = .absent }
    }

    private mutating func object(_ node: Int?, depth: Int) -> Bool {
        list(until: UInt8(ascii: "}")) { walk in
            guard walk.byte == QuotedField.quote, let key = walk.string() else { return false }
            walk.skipSpace()
            guard walk.byte == colon else { return false }
            walk.index += 1
            walk.skipSpace()
            return walk.value(node.flatMap { walk.child(of: $0, key) }, depth: depth)
        }
    }

    private mutating func array(depth: Int) -> Bool {
        list(until: UInt8(ascii: "]")) { $0.value(nil, depth: depth) }
    }

    /// What an opening bracket begins: nothing, or items with commas between them, to the closing one.
    @inline(__always)
    private mutating func list(until end: UInt8, _ item: (inout JSONWalk) -> Bool) -> Bool {
        index += 1
        skipSpace()
        if byte != end {
            while true {
                guard item(&self) else { return false }
                skipSpace()
                if byte == end { break }
                guard byte == UInt8(ascii: ",") else { return false }
                index += 1
                skipSpace()
            }
        }
        index += 1
        return true
    }

    private func child(of node: Int, _ key: (content: Range<Int>, isEscaped: Bool)) -> Int? {
        if !key.isEscaped { return tree.node(below: node, key: text[key.content]) }
        return JSONString.unescaped(text[key.content]).withByteView { tree.node(below: node, key: $0) }
    }

    // MARK: Tokens

    private mutating func word(_ word: StaticString) -> Bool {
        let end = index + word.utf8CodeUnitCount
        guard end <= text.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where text[index + offset] != word.utf8Start[offset] { return false }
        index = end
        return true
    }

    /// The content of a string whose quote is here; the walk goes on behind its end.
    private mutating func string() -> (content: Range<Int>, isEscaped: Bool)? {
        let start = index + 1
        guard let string = JSONString.end(in: text, from: start) else { return nil }
        index = string.end + 1
        return (start..<string.end, string.isEscaped)
    }

    /// `-0.5e+10`
    private mutating func number() -> Bool {
        if byte == minus { index += 1 }
        let start = index
        guard digits() else { return false }
        // No zero before other digits.
        if text[start] == UInt8(ascii: "0"), index > start + 1 { return false }
        if byte == UInt8(ascii: ".") {
            index += 1
            guard digits() else { return false }
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            index += 1
            if byte == plus || byte == minus { index += 1 }
            guard digits() else { return false }
        }
        return true
    }

    /// One or more.
    private mutating func digits() -> Bool {
        let start = index
        while index < text.count, text[index].isDigit { index += 1 }
        return index > start
    }
}
