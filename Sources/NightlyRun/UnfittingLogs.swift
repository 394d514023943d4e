import LogReading
import Reporting
import ViewCounting

/// What is said of logs in which no line fits a format.
struct UnfittingLogs {
    private let names: [String]
    /// The first lines that do not fit.
    private let samples: [[UInt8]]
    /// The format that was named.
    private let layout: LogLayout?

    /// Lines shown.
    private static let shownLines = 3

    init(_ names: [String], samples: [[UInt8]], _ layout: LogLayout?) {
        self.names = names
        self.samples = Array(samples.prefix(UnfittingLogs.shownLines))
        self.layout = layout
    }

    /// What, and where.
    var sentence: String {
        let format = layout.map { "the format \($0.format.rawValue)" } ?? "any log format"
        return "\(names.joined(separator: ", ")): no line fits \(format)"
    }

    static let remedy =
        "check that these are access logs, or name their --format (the string of the server's configuration)"

    /// All of it, with the first lines and what lines should look like.
    var message: String {
        let shown = samples.map { sample in
            "\n    " + MaskedLine.of(ByteString(sample), isCut: sample.count >= SourceCounts.longestSample)
        }.joined()
        let formats = layout.map { [$0.format] } ?? LogFormat.named
        let expected = formats.map { "\n    \($0.rawValue): \($0.example)" }.joined()
        return "\(sentence); no report was written; \(UnfittingLogs.remedy)\n"
            + "  the first lines:\(shown.isEmpty ? " (oversize)" : shown)\n"
            + (nearest.map { "  nearest: \($0)\n" } ?? "") + "  expected:\(expected)"
    }

    /// The format that all of the first lines come close to, and what is wrong with them; nil where there is none.
    private var nearest: String? {
        let diagnosis = LineDiagnosis(layout)
        let misfits = Set(samples.compactMap { $0.isEmpty ? nil : $0.withByteView { diagnosis.misfit(of: $0) } })
        guard misfits.count == 1, let misfit = misfits.first else { return nil }
        switch misfit {
        case .badTime, .noRequest, .openRequest, .noStatus, .noBytes, .badNames:
            return "\(layout?.format.rawValue ?? LogFormat.common.rawValue), but \(misfit)"
        case .json: return "JSON lines, but the format takes none"
        case .noFields: return "\(misfit): put the one of its log in front, from where the server was started"
        case .missingKey, .unlikeFields: return "\(layout?.format.rawValue ?? ""), but \(misfit)"
        default: return nil
        }
    }
}
