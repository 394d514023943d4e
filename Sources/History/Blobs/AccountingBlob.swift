import ViewCounting

/// Lines by outcome.
///
/// Format 1: the number of outcomes that occurred; of each, by code, its code and its lines. An outcome's code is its
/// place in the list of the counting rules, `oversize` 0 to `view` 13, for ever.
enum AccountingBlob {
    static let format: UInt8 = 1

    static func encode(_ accounting: Accounting) -> BlobWriter {
        var writer = BlobWriter(format: format)
        append(accounting, to: &writer)
        return writer
    }

    static func decode(_ bytes: UnsafeRawBufferPointer) throws(DamagedBlob) -> Accounting {
        var reader = try BlobReader(bytes, format: format)
        let accounting = try next(from: &reader)
        try reader.expectEnd()
        return accounting
    }

    static func append(_ accounting: Accounting, to writer: inout BlobWriter) {
        let occurring = Outcome.allCases.filter { accounting[$0] != 0 }
        writer.append(count: occurring.count)
        for outcome in occurring {
            writer.append(count: outcome.rawValue)
            writer.append(count: accounting[outcome])
        }
    }

    static func next(from reader: inout BlobReader) throws(DamagedBlob) -> Accounting {
        var accounting = Accounting()
        for _ in 0..<(try reader.count(bytesEach: 2)) {
            let code = try reader.quantity()
            guard let outcome = Outcome(rawValue: code) else {
                throw DamagedBlob(reason: "has an unknown outcome, \(code)")
            }
            accounting[outcome] = try reader.quantity()
        }
        return accounting
    }
}
