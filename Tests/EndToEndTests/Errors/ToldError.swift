import Foundation

/// A line that a case has the program write on standard error, with the exit status of that run.
struct ToldError: Hashable {
    let message: String
    let status: Int32
    let test: String

    /// A message is begun by the program's name, or by `Error:` where the options are wrong.
    private static let beginnings = ["accessrank: ", "Error: "]

    /// All of them, by exit status, then by case, then as they came.
    static func all(in cases: [Case]) -> [ToldError] {
        let told = cases.flatMap(told).enumerated()
        return told.sorted { ($0.element.status, $0.offset) < ($1.element.status, $1.offset) }.map(\.element)
    }

    private static func told(in test: Case) -> [ToldError] {
        let runs = test.steps.filter { $0.words.first { !$0.contains("=") } == "accessrank" }.map(\.line)
        let exits = String(decoding: test.recorded("exit"), as: UTF8.self).split(separator: "\n").map { Int32($0) ?? 0 }
        func status(_ run: Int) -> Int32 { exits.indices.contains(run) ? exits[run] : 0 }

        var last = -1
        return blocks(of: String(decoding: test.recorded("stderr"), as: UTF8.self)).flatMap { heading, messages in
            // Of runs that are the same and of which not all say something, it is the one that failed if this one did.
            let candidates = runs.indices.filter { $0 > last && runs[$0] == heading ?? runs[$0] }
            let hasFailed = messages.contains { !$0.contains(": warning: ") }
            last = candidates.first { hasFailed == (status($0) != 0) } ?? candidates.first ?? last
            return messages.map { ToldError(message: $0, status: status(last), test: test.name) }
        }
    }

    /// What each run said, below its step where there are several.
    private static func blocks(of text: String) -> [(heading: String?, messages: [String])] {
        text.split(separator: "\n").reduce(into: []) { blocks, line in
            if line.hasPrefix("$ ") {
                blocks.append((String(line.dropFirst(2)), []))
            } else if beginnings.contains(where: line.hasPrefix) {
                if blocks.isEmpty { blocks.append((nil, [])) }
                blocks[blocks.count - 1].messages.append(String(line))
            }
        }
    }

    /// What is wrong is followed by what to do.
    var hasRemedy: Bool { message.contains("; ") || message.contains("? ") }

    /// Whether the options' package wrote it alone: what is said of a value that it could not read is ours.
    var isOfThePackage: Bool {
        message.wholeMatch(
            of:
                /Error: (Missing expected argument .*|Unknown option .*|.* unexpected argument.*|The value '.*' is invalid for '[^']*')/
        ) != nil
    }
}
