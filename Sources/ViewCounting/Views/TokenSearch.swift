/// A search for many short tokens at once, A-Z equal to a-z and no other folding.
///
/// Aho and Corasick, "Efficient string matching" (1975): one table of states, one look-up per byte of the text however
/// many tokens there are. Each state knows the first token, in the order given, that ends there.
struct TokenSearch: Sendable {
    /// No token ends in this state.
    private static let none = Int32.max

    /// The column of the table for each byte; 0 for bytes that are in no token.
    private var column = [UInt8](repeating: 0, count: 256)
    private var columns = 1
    /// The next state, by state x columns + column.
    private var next: [Int32]
    /// By state, the lowest index of a token that ends there.
    private var lowestToken: [Int32]
    /// By state, the tokens that are the whole of the text that leads there.
    private var wholeTokens: [Int32: [Int]] = [:]
    /// By state, the longest other end of that text that is a whole token; 0 for none.
    private var shorterToken: [Int32]

    /// - Complexity: O(bytes of all tokens x distinct bytes in them), in time and memory.
    init(_ tokens: [[UInt8]]) {
        for byte in tokens.joined() where column[Int(byte.asciiLowercased)] == 0 {
            // The 230 bytes left without A-Z, and column 0, fit a byte.
            column[Int(byte.asciiLowercased)] = UInt8(columns)
            columns += 1
        }
        for byte in UInt8.min...UInt8.max { column[Int(byte)] = column[Int(byte.asciiLowercased)] }
        let mostStates = 1 + tokens.reduce(0) { $0 + $1.count }
        next = Array(repeating: 0, count: mostStates * columns)
        lowestToken = Array(repeating: Self.none, count: mostStates)
        shorterToken = Array(repeating: 0, count: mostStates)
        var states = 1
        for (index, token) in tokens.enumerated() { insert(token, index: Int32(index), states: &states) }
        next.removeLast((mostStates - states) * columns)
        lowestToken.removeLast(mostStates - states)
        shorterToken.removeLast(mostStates - states)
        linkFailures()
    }

    /// The lowest index of a token that the text holds, or nil.
    func firstToken(in text: [UInt8]) -> Int? {
        var state = 0
        var lowest = lowestToken[0]
        for byte in text {
            state = Int(next[state * columns + Int(column[Int(byte)])])
            lowest = min(lowest, lowestToken[state])
        }
        return lowest == Self.none ? nil : Int(lowest)
    }

    /// Hands over each occurrence of a token: its index, and where in the text it ends.
    ///
    /// - Complexity: O(bytes of the text + occurrences).
    func eachToken(in text: [UInt8], _ body: (_ token: Int, _ end: Int) -> Void) {
        var state = 0
        for (place, byte) in text.enumerated() {
            state = Int(next[state * columns + Int(column[Int(byte)])])
            guard lowestToken[state] != Self.none else { continue }
            var ended = Int32(state)
            while ended != 0 {
                for token in wholeTokens[ended] ?? [] { body(token, place + 1) }
                ended = shorterToken[Int(ended)]
            }
        }
    }

    /// Adds the states of a token; until failures are linked, 0 means that there is no such state.
    private mutating func insert(_ token: [UInt8], index: Int32, states: inout Int) {
        var state = 0
        for byte in token {
            let cell = state * columns + Int(column[Int(byte)])
            if next[cell] == 0 {
                next[cell] = Int32(states)
                states += 1
            }
            state = Int(next[cell])
        }
        lowestToken[state] = min(lowestToken[state], index)
        wholeTokens[Int32(state), default: []].append(Int(index))
    }

    /// Fills each missing step with that of the longest other end of the text so far that begins a token.
    private mutating func linkFailures() {
        var failure = [Int](repeating: 0, count: lowestToken.count)
        var queue = (0..<columns).map { Int(next[$0]) }.filter { $0 != 0 }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let shorter = failure[state]
            lowestToken[state] = min(lowestToken[state], lowestToken[shorter])
            shorterToken[state] = wholeTokens[Int32(shorter)] == nil ? shorterToken[shorter] : Int32(shorter)
            for column in 0..<columns {
                let fallback = next[shorter * columns + column]
                let child = next[state * columns + column]
                if child == 0 {
                    next[state * columns + column] = fallback
                } else {
                    failure[Int(child)] = Int(fallback)
                    queue.append(Int(child))
                }
            }
        }
    }
}
