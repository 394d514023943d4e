import LogReading
import Reporting

/// What is said of a log that could not be read to its end.
struct LogTrouble {
    private let error: LogReadError

    init(_ error: LogReadError) {
        self.error = error
    }

    /// As the error says it, with the places of a large number set apart.
    var place: String {
        if case .changed(let name) = error { return "\(name): changed while it was read" }
        guard case .damaged(let name, let offset, let damage, _) = error else { return "\(error)" }
        return "\(name): damaged at byte \(Figures.grouped(Int(offset))) (\(damage.phrase))"
    }

    var remedy: String {
        if case .changed = error { return "rerun when nothing writes to it any more" }
        return "fetch it again and rerun"
    }

    /// What follows the last gzip member and is none.
    static func garbage(in name: String, from offset: Int64) -> String {
        "\(name): bytes from \(Figures.grouped(Int(offset))) on are not gzip data, "
            + "and were not read; all before them was counted; fetch it again if more should be in it"
    }
}
