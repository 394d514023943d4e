import LogReading

/// How often a path was asked for, and with which parameters in its query.
public struct PageCount: Sendable, Equatable {
    public private(set) var lines = 0
    /// By name.
    private(set) var parameters: [ByteString: ParameterCount] = [:]

    struct ParameterCount: Sendable, Equatable {
        var lines = 0
        var values: Set<ByteString> = []
    }

    /// A path with more parameters is no article's, and more values tell nothing new.
    private static let mostParameters = 16
    private static let mostValues = 10_000
    /// Longer texts are no names and no numbers of articles.
    private static let longestText = 64

    init(lines: Int = 0) {
        self.lines = lines
    }

    mutating func note(target: ByteView) {
        lines += 1
        guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return }
        var named: Set<ByteString> = []
        for pair in target[(mark + 1)..<target.count].bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first, !name.isEmpty, name.count <= PageCount.longestText else { continue }
            let key = ByteString(name)
            guard named.insert(key).inserted,
                parameters[key] != nil || parameters.count < PageCount.mostParameters
            else { continue }
            parameters[key, default: ParameterCount()].lines += 1
            if let value = parts.dropFirst().first, !value.isEmpty, value.count <= PageCount.longestText,
                parameters[key, default: ParameterCount()].values.count < PageCount.mostValues
            {
                parameters[key]?.values.insert(ByteString(value))
            }
        }
    }
}
