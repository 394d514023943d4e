import TestSupport

/// What `docs/log-formats.md` says of a line of a server's format, read aloud: the slow twin of the product's parser.
///
/// It tries every end of every value, the shortest first, and must never be made clever.
struct PlainServerLine {
    enum Part: Equatable {
        case text([UInt8])
        /// `dd/Mon/yyyy:HH:MM:SS +hhmm`
        case time
        case status
        case number
        case value(Field)
    }

    enum Field: Equatable { case client, forwarded, request, agent, host, session, user }

    let parts: [Part]
    /// Whether the server escapes values with backslashes, so that no bare quote is in them.
    let isEscaped: Bool

    func parse(_ line: [UInt8]) -> FieldsOfLine? {
        var failed: Set<[Int]> = []
        guard let ranges = ranges(line, part: 0, place: 0, &failed) else { return nil }
        var fields = FieldsOfLine(client: [], second: 0, request: .bad, status: 0)
        for (part, range) in zip(parts, ranges) {
            let content = Array(line[range])
            let value = isEscaped ? PlainRequest.withoutEscapes(content) : content
            switch part {
            case .text, .number, .value(.user): break
            case .time:
                guard let second = PlainTime.instant(line, at: range.lowerBound) else { return nil }
                fields.second = second
            case .status: fields.status = PlainTime.number(line, at: range.lowerBound, digits: 3) ?? 0
            case .value(.client): fields.client = value
            case .value(.forwarded): fields.forwarded = value
            case .value(.agent): fields.agent = value
            case .value(.host): fields.host = value
            case .value(.session): fields.session = value
            case .value(.request):
                switch PlainRequest.read(value) {
                case .get(let target): fields.request = .get(target)
                case .otherMethod: fields.request = .otherMethod
                case .bad: fields.request = .bad
                }
            }
        }
        return fields.client.isEmpty ? nil : fields
    }

    /// Where the parts from `part` on stand in what is left of the line; nil where they do not fit it.
    private func ranges(_ line: [UInt8], part: Int, place: Int, _ failed: inout Set<[Int]>) -> [Range<Int>]? {
        if part == parts.count { return place == line.count ? [] : nil }
        if failed.contains([part, place]) { return nil }
        for end in ends(line, part: part, place: place) {
            if let rest = ranges(line, part: part + 1, place: end, &failed) { return [place..<end] + rest }
        }
        failed.insert([part, place])
        return nil
    }

    private func ends(_ line: [UInt8], part: Int, place: Int) -> [Int] {
        let rest = line[place...]
        switch parts[part] {
        case .text(let text):
            if rest.starts(with: text) { return [place + text.count] }
            // White space at the line's end has been taken off.
            let isCut = text.starts(with: rest) && text.dropFirst(rest.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
            return isCut ? [line.count] : []
        case .time: return PlainTime.instant(line, at: place) == nil ? [] : [place + 26]
        case .status: return PlainTime.number(line, at: place, digits: 3) == nil ? [] : [place + 3]
        case .number:
            if rest.first == 0x2D { return [place + 1] }
            return [place + rest.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }.count]
        case .value(let field):
            if part == parts.count - 1 { return [line.count] }
            let quotes = bareQuotes(line, from: place)
            guard isEscaped else { return Array(place...line.count).filter { !isInList(field, line, part, $0, place) } }
            if case .text(let next) = parts[part + 1], next.first == 0x22 { return quotes.prefix(1).map(\.self) }
            return Array(place...(quotes.first ?? line.count)).filter { !isInList(field, line, part, $0, place) }
        }
    }

    /// Quotes that no backslash takes with it.
    private func bareQuotes(_ line: [UInt8], from start: Int) -> [Int] {
        var quotes: [Int] = []
        var place = start
        while place < line.count {
            if line[place] == 0x5C {
                place += 1
            } else if line[place] == 0x22 {
                quotes.append(place)
            }
            place += 1
        }
        return quotes
    }

    /// Whether the value would end between two addresses of a list.
    private func isInList(_ field: Field, _ line: [UInt8], _ part: Int, _ end: Int, _ start: Int) -> Bool {
        guard field == .forwarded, end < line.count, line[end] == 0x20 else { return false }
        let before = Array(line[start..<end])
        return before.last == 0x2C || before.suffix(2) == [0x20, 0x3A] || line[end...].starts(with: [0x20, 0x3A, 0x20])
    }
}
