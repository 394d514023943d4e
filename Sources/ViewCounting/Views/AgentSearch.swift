/// Finds the first of many signs in an agent: one pass over its bytes for all texts, then the expressions that are left.
struct AgentSearch: Sendable {
    private let signs: [AgentSign]
    /// All texts of the signs, each once.
    private let texts: [AgentText]
    private let search: TokenSearch
    /// By sign, what it needs of `texts`.
    private let needs: [Need]

    private struct Need {
        /// One of these; none where every agent will do.
        var texts: [Int]
        var exceptions: [Int] = []
    }

    /// - Complexity: O(bytes of all texts x distinct bytes in them), in time and memory.
    init(_ signs: [AgentSign]) {
        self.signs = signs
        var texts: [AgentText] = []
        var numbers: [AgentText: Int] = [:]
        func number(_ text: AgentText) -> Int? {
            guard !text.bytes.isEmpty else { return nil }
            if let known = numbers[text] { return known }
            numbers[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
        needs = signs.map { sign in
            switch sign {
            case .text(let text, let exceptions):
                Need(texts: [number(text)].compactMap(\.self), exceptions: exceptions.compactMap(number))
            case .regex(let regex): Need(texts: regex.needed.compactMap(number))
            }
        }
        self.texts = texts
        search = TokenSearch(texts.map(\.bytes))
    }

    /// The place of the first sign that the agent shows, or nil.
    ///
    /// - Complexity: O(bytes of the agent + signs), without the expressions.
    func firstSign(in agent: [UInt8]) -> Int? {
        var held = [Bool](repeating: false, count: texts.count)
        search.eachToken(in: agent) { text, end in
            if !held[text] { held[text] = texts[text].fits(agent, endingAt: end) }
        }
        return needs.indices.first { place in
            let need = needs[place]
            guard need.texts.isEmpty || need.texts.contains(where: { held[$0] }),
                !need.exceptions.contains(where: { held[$0] })
            else {
                return false
            }
            guard case .regex(let regex) = signs[place] else { return true }
            return regex.finds(in: agent)
        }
    }
}
