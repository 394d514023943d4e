/// The steps of a server's format, laid out for the loop over lines: no step owns anything, so none is counted or copied.
final class LineProgram {
    struct Step {
        let kind: ServerFormat.Step.Kind
        let slot: Slot
        let text: Range<Int>
        /// The text's first bytes, up to eight, and a mask of them.
        let word: UInt64
        let mask: UInt64
        let isList: Bool
        let mayEndInMissingQuery: Bool
    }

    /// Where a value goes: a `LogField` without what is in one.
    enum Slot: UInt8 {
        case none, client, proxiedClient, forwarded, request, method, target, path, decodedPath, decodedTarget, query
        case status, agent, host, session, cookies, purpose, time
    }

    let steps: UnsafeBufferPointer<Step>
    /// Where the value of each step was found in the line.
    let found: UnsafeMutableBufferPointer<Range<Int>>
    let forms: UnsafeBufferPointer<TimeForm>
    /// The steps whose values are noted once the line is known to fit.
    let noted: UnsafeBufferPointer<Int>
    let texts: UnsafeBufferPointer<UInt8>

    init(_ format: ServerFormat) {
        steps = LineProgram.buffer(of: format.steps.map { LineProgram.step($0, format.texts) })
        forms = LineProgram.buffer(of: format.forms)
        texts = LineProgram.buffer(of: format.texts)
        noted = LineProgram.buffer(
            of: format.steps.indices.filter { index in
                if case .time = format.steps[index].kind { return false }
                return format.steps[index].field != nil
            })
        found = .allocate(capacity: format.steps.count)
        found.initialize(repeating: 0..<0)
    }

    deinit {
        for buffer in [UnsafeRawBufferPointer(steps), UnsafeRawBufferPointer(noted), UnsafeRawBufferPointer(texts)] {
            buffer.deallocate()
        }
        UnsafeMutableBufferPointer(mutating: forms).deinitialize()
        forms.deallocate()
        found.deallocate()
    }

    private static func buffer<Element>(of elements: [Element]) -> UnsafeBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = buffer.initialize(from: elements)
        return UnsafeBufferPointer(buffer)
    }

    private static func step(_ step: ServerFormat.Step, _ texts: [UInt8]) -> Step {
        let first = texts[step.text].prefix(8)
        let word = first.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        return Step(
            kind: step.kind, slot: slot(step.field), text: step.text, word: word,
            mask: first.count == 8 ? .max : 1 << UInt64(8 * first.count) - 1, isList: step.isList,
            mayEndInMissingQuery: step.mayEndInMissingQuery)
    }

    private static func slot(_ field: LogField?) -> Slot {
        switch field {
        case nil: .none
        case .client: .client
        case .proxiedClient: .proxiedClient
        case .forwarded: .forwarded
        case .request: .request
        case .method: .method
        case .target: .target
        case .path: .path
        case .decodedPath: .decodedPath
        case .decodedTarget: .decodedTarget
        case .query: .query
        case .status: .status
        case .agent: .agent
        case .host: .host
        case .session: .session
        case .cookies: .cookies
        case .purpose: .purpose
        case .time: .time
        }
    }
}
