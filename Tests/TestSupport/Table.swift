public import Foundation

/// A table of examples that tests run: a file of tab-separated cells to which anyone can add a row.
///
/// The first line names the columns, of which the first is `description`. Lines that begin with `#` and empty lines are
/// left out. In a cell `\xHH` is a byte, `\n` and `\t` are what they say, and `\\` is a backslash.
public enum Table {
    /// A row; in the output of tests it goes by its description.
    public struct Row: Sendable, CustomStringConvertible {
        /// The line of the file, counted from 1.
        public let line: Int
        private let cells: [String: [UInt8]]

        init(line: Int, cells: [String: [UInt8]]) {
            self.line = line
            self.cells = cells
        }

        /// The bytes of a cell. A column that is not there is a slip of the test.
        public func bytes(_ column: String) -> [UInt8] {
            guard let cell = cells[column] else { preconditionFailure("The table has no column \(column).") }
            return cell
        }

        /// A cell as text.
        public func text(_ column: String) -> String {
            String(decoding: bytes(column), as: UTF8.self)
        }

        /// A cell as words between spaces.
        public func words(_ column: String) -> [String] {
            text(column).split(separator: " ").map(String.init)
        }

        public var description: String { "\(text("description")) (line \(line))" }
    }

    /// What is wrong with a table.
    public struct Malformed: Error, CustomStringConvertible {
        public let description: String
    }

    /// The rows of `Tables/<name>.tsv` among the resources of a test target.
    public static func load(_ name: String, from bundle: Bundle) throws -> [Row] {
        guard let url = bundle.url(forResource: name, withExtension: "tsv", subdirectory: "Tables") else {
            throw Malformed(description: "There is no table \(name).tsv.")
        }
        let text = try String(contentsOf: url, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let numbered = lines.enumerated().filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
        guard let columns = numbered.first?.element.split(separator: "\t").map(String.init) else {
            throw Malformed(description: "\(name).tsv is empty.")
        }
        return try numbered.dropFirst().map { index, line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
            guard cells.count == columns.count else {
                throw Malformed(description: "\(name).tsv:\(index + 1): \(cells.count) cells, not \(columns.count).")
            }
            return Row(line: index + 1, cells: Dictionary(uniqueKeysWithValues: zip(columns, cells)))
        }
    }

    private static func unescaped(_ cell: Substring) -> [UInt8] {
        let bytes = Array(cell.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let next = index + 1 < bytes.count ? bytes[index + 1] : nil
            switch (bytes[index], next) {
            case (UInt8(ascii: "\\"), UInt8(ascii: "x")?):
                let digits = String(decoding: bytes[(index + 2)...].prefix(2), as: UTF8.self)
                guard let byte = UInt8(digits, radix: 16) else { preconditionFailure("\\x\(digits) in a table") }
                result.append(byte)
                index += 4
            case (UInt8(ascii: "\\"), let escaped?):
                switch escaped {
                case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
                case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
                default: result.append(escaped)
                }
                index += 2
            case (let byte, _):
                result.append(byte)
                index += 1
            }
        }
        return result
    }
}
