import TestSupport

@testable import ViewCounting

/// The plain twin of `PathPattern`: it tries every way in which a pattern can fit, best first, and takes the first.
///
/// It takes exponential time and shares neither the parser nor the tables.
struct SlowPattern {
    enum Part: Equatable {
        case text(String)
        case star
        case named(Placeholder)
    }

    /// Nil stands for `**`.
    let segments: [[Part]?]

    /// The pattern as it would be written in a profile.
    var source: String {
        guard !segments.isEmpty else { return "/" }
        return segments.map { segment in
            guard let segment else { return "/**" }
            return "/"
                + segment.map { part in
                    switch part {
                    case .text(let text): text
                    case .star: "*"
                    case .named(let placeholder): "{\(placeholder.rawValue)}"
                    }
                }.joined()
        }.joined()
    }

    func match(path: [UInt8]) -> PathCaptures? {
        let parts = path == [.slash] ? [] : path.dropFirst().split(separator: .slash).map(Array.init)
        if segments.isEmpty || parts.isEmpty {
            return segments.isEmpty && parts.isEmpty ? PathCaptures() : nil
        }
        return Self.match(segments[...], parts[...], PathCaptures())
    }

    private static func match(
        _ segments: ArraySlice<[Part]?>, _ parts: ArraySlice<[UInt8]>, _ captures: PathCaptures
    ) -> PathCaptures? {
        guard let segment = segments.first else { return parts.isEmpty ? captures : nil }
        guard let tokens = segment else {
            for count in 0...parts.count {
                let rest = match(segments.dropFirst(), parts.dropFirst(count), captures)
                if rest != nil { return rest }
            }
            return nil
        }
        guard let part = parts.first else { return nil }
        for way in ways(tokens[...], part[...], captures) {
            let rest = match(segments.dropFirst(), parts.dropFirst(), way)
            if rest != nil { return rest }
        }
        return nil
    }

    /// All ways in which tokens fit bytes, best first.
    private static func ways(
        _ tokens: ArraySlice<Part>, _ bytes: ArraySlice<UInt8>, _ captures: PathCaptures
    ) -> [PathCaptures] {
        guard let token = tokens.first else { return bytes.isEmpty ? [captures] : [] }
        let rest = tokens.dropFirst()
        switch token {
        case .text(let text):
            return bytes.starts(with: text.utf8) ? ways(rest, bytes.dropFirst(text.utf8.count), captures) : []
        case .star:
            return (0..<bytes.count).flatMap { ways(rest, bytes.dropFirst($0 + 1), captures) }
        case .named(let placeholder):
            var lengths = Array(1..<bytes.count + 1)
            if placeholder == .slug { lengths.reverse() }
            let digits: [Placeholder: Int] = [.date: 8, .year: 4, .month: 2, .day: 2]
            if let digits = digits[placeholder] {
                lengths.removeAll { $0 != digits }
                if !bytes.prefix(digits).allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) { return [] }
            }
            return lengths.flatMap { length in
                var taken = captures
                taken[placeholder] = Array(bytes.prefix(length))
                return ways(rest, bytes.dropFirst(length), taken)
            }
        }
    }

    /// A small pattern without mistakes.
    static func random(using generator: inout SeededGenerator) -> SlowPattern {
        var unused = Set(Placeholder.allCases)
        let segments = (0..<Int.random(in: 0...4, using: &generator)).map { _ -> [Part]? in
            if Int.random(in: 0..<3, using: &generator) == 0 { return nil }
            var parts: [Part] = []
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: parts.append(.text(["a", "b", "-", "1"].randomElement(using: &generator) ?? "a"))
                case 1 where parts.last != .star: parts.append(.star)
                default:
                    let placeholder = Placeholder.allCases.randomElement(using: &generator)
                    if let placeholder, unused.remove(placeholder) != nil { parts.append(.named(placeholder)) }
                }
            }
            return parts.isEmpty ? [.star] : parts
        }
        return SlowPattern(segments: segments)
    }
}
