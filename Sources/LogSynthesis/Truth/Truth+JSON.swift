import Foundation

extension Truth {
    /// The truth as the text of `truth.json`: sorted keys, two spaces of indentation.
    public func json() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            preconditionFailure("whole numbers and strings can always be written as JSON: \(error)")
        }
    }
}
