/// A strict reader of RFC 4180 with LF: says no to everything that the RFC does not allow.
enum CSVReader {
    struct Refusal: Error {
        let what: String
        let line: Int
    }

    static func records(_ text: String) throws(Refusal) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var cell = String.UnicodeScalarView()
        var wasQuoted = false
        var scalars = text.unicodeScalars[...]
        func refuse(_ what: String) -> Refusal { Refusal(what: what, line: records.count + 1) }
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"":
                guard cell.isEmpty, !wasQuoted else { throw refuse("a quote within a cell") }
                wasQuoted = true
                while true {
                    guard let inner = scalars.popFirst() else { throw refuse("a quote is not closed") }
                    if inner != "\"" {
                        cell.append(inner)
                    } else if scalars.first == "\"" {
                        cell.append("\"")
                        scalars.removeFirst()
                    } else {
                        break
                    }
                }
                guard let after = scalars.first, after == "," || after == "\n" else {
                    throw refuse("text behind a closed quote")
                }
            case ",", "\n":
                record.append(String(cell))
                cell = String.UnicodeScalarView()
                wasQuoted = false
                if scalar == "\n" {
                    records.append(record)
                    record = []
                }
            case "\r": throw refuse("a bare CR")
            default: cell.append(scalar)
            }
        }
        guard record.isEmpty, cell.isEmpty else { throw refuse("the last line has no end") }
        return records
    }
}
