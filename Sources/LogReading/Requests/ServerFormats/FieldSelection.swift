/// Which of a format string's values are read, and as what.
struct FieldSelection {
    private let values: [(index: Int, value: FormatString.Value)]
    /// By the piece's place in the string.
    private(set) var fields: [Int: LogField] = [:]

    init(_ string: FormatString) {
        values = string.pieces.enumerated().compactMap { index, piece in
            if case .value(let value) = piece { (index, value) } else { nil }
        }
    }

    mutating func choose(session: String?) throws(ServerFormatError) {
        for (index, value) in values where value.meaning == .field(.purpose, rank: 0) { fields[index] = .purpose }
        for field in [LogField.client, .proxiedClient, .forwarded, .agent, .host] { take(field) }
        try chooseRequest()
        if !take(.status) { throw ServerFormatError(.noStatus) }
        try chooseTime()
        try chooseSession(session)
        let hasClient = fields.values.contains { [.client, .proxiedClient, .forwarded, .session].contains($0) }
        if !hasClient { throw ServerFormatError(.noClient) }
    }

    /// Takes the value of the lowest rank; of several the first. False where there is none.
    @discardableResult
    private mutating func take(_ field: LogField) -> Bool {
        var best: (index: Int, rank: Int)?
        for (index, value) in values {
            guard case .field(field, let rank) = value.meaning, rank < best?.rank ?? .max else { continue }
            best = (index, rank)
        }
        if let best { fields[best.index] = field }
        return best != nil
    }

    private mutating func chooseRequest() throws(ServerFormatError) {
        if take(.request) { return }
        guard take(.method) else { throw ServerFormatError(.noRequest) }
        if take(.target) { return }
        guard take(.decodedPath) else { throw ServerFormatError(.noRequest) }
        if !take(.query), let marked = values.first(where: { $0.value.meaning == .markedQuery }) {
            fields[marked.index] = .query
        }
    }

    /// One value that says the whole time, else all that together do; when the request came before when it was answered.
    private mutating func chooseTime() throws(ServerFormatError) {
        var times: [(index: Int, form: TimeForm, isEnd: Bool)] = []
        for (index, value) in values {
            if case .time(let form, let isEnd) = value.meaning { times.append((index, form, isEnd)) }
        }
        if times.isEmpty { throw ServerFormatError(.noTime) }
        for isEnd in [false, true] {
            let candidates = times.filter { $0.isEnd == isEnd }
            if let whole = candidates.first(where: { $0.form.said.isInstant }) {
                fields[whole.index] = .time(whole.form)
                return
            }
            let together = candidates.reduce(into: TimeForm.Said()) { $0.formUnion($1.form.said) }
            if together.isComplete {
                for time in candidates { fields[time.index] = .time(time.form) }
                return
            }
        }
        throw ServerFormatError(.incompleteTime, at: values.first { $0.index == times[0].index }?.value.offset)
    }

    /// The cookie of the name, or any other value of it, else the Cookie header; without a name the only cookie.
    private mutating func chooseSession(_ name: String?) throws(ServerFormatError) {
        guard let name else {
            var cookies: [String: Int] = [:]
            for (index, value) in values.reversed() {
                if case .cookie = value.meaning { cookies[value.text] = index }
            }
            if cookies.count == 1, let only = cookies.values.first { fields[only] = .session }
            return
        }
        if let index = values.first(where: { $0.value.isCalled(name) })?.index {
            fields[index] = .session
        } else if let index = values.first(where: { $0.value.meaning == .cookies })?.index {
            fields[index] = .cookies
        } else {
            throw ServerFormatError(.noSession(name))
        }
    }
}

extension FormatString.Value {
    /// Whether somebody means the value by a name: that of its cookie or header, or as it stands in the string (`$uid_got`,
    /// `%{X-Session}i`).
    fileprivate func isCalled(_ name: String) -> Bool {
        if case .cookie(let cookie) = meaning, cookie == name { return true }
        let header = name.lowercased()
        let variable = "$http_" + header.map { $0 == "-" ? "_" : $0 }
        return text == name || [variable, "%{\(header)}i"].contains(text.lowercased())
    }
}

extension TimeForm {
    /// What a time of this form says.
    struct Said {
        var date: Set<TimePattern.Part> = []
        var hasOffset = false
        /// Seconds since 1970 UTC.
        var hasEpoch = false
        var hasHalfDay = false

        mutating func formUnion(_ other: Said) {
            date.formUnion(other.date)
            hasOffset = hasOffset || other.hasOffset
            hasEpoch = hasEpoch || other.hasEpoch
            hasHalfDay = hasHalfDay || other.hasHalfDay
        }

        /// A date and a time of day, perhaps without their zone.
        var isComplete: Bool {
            if hasEpoch { return true }
            return (date.contains(.year) || date.contains(.yearOfCentury))
                && date.isSuperset(of: [.month, .day, .minute, .second])
                && (date.contains(.hour) || date.contains(.hourOfTwelve) && hasHalfDay)
        }

        var isInstant: Bool { hasEpoch || isComplete && hasOffset }
    }

    var said: Said {
        switch self {
        case .commonLog, .epoch: Said(hasEpoch: true)
        case .iso8601: Said(date: [.year, .month, .day, .hour, .minute, .second], hasOffset: true)
        case .date: Said(date: [.year, .month, .day])
        case .timeOfDay: Said(date: [.hour, .minute, .second])
        case .pattern(let pattern): pattern.said
        }
    }
}

extension TimePattern {
    fileprivate var said: TimeForm.Said {
        pieces.reduce(into: TimeForm.Said()) { said, piece in
            switch piece {
            case .number(let part, _, _): said.date.insert(part)
            case .monthName: said.date.insert(.month)
            case .halfDay: said.hasHalfDay = true
            case .offset: said.hasOffset = true
            case .epoch: said.hasEpoch = true
            case .literal, .zoneName, .letters, .digits: break
            }
        }
    }
}
