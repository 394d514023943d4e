import Glibc
import History
import LogReading
import SiteProfile
import ViewCounting

/// What decides the bytes of a day's reports, in a few words: equal ones are of equal reports in the same folder.
///
/// `ranking 9f0c44ad21e07b55 4be1... v2 r17 complete p16`: the folder, the settings, the day's version and revision, its
/// state, and the revision of the day before, where anything is said of movement.
struct ReportFingerprint {
    private let folder: String
    private let settings: String

    /// Raised when reports are written in another form, so that all of them are written anew.
    private static let form = 2

    init(_ site: SiteSettings) {
        let real = realpath(site.reports, nil)
        defer { free(real) }
        folder = "\(Self.form) \(Self.digest(real.map { String(cString: $0) } ?? site.reports))"
        let profile = site.profile
        settings = Self.digest(
            "\([profile.site ?? "", profile.url ?? "", site.calendar.zoneName]) \(site.top) \(profile.sectionTop) \(profile.csvBOM)"
        )
    }

    func text(of day: StoredDay, in book: DayBook) -> String {
        let state = (book.isComplete(day) ? "complete" : "partial") + (day.isIncomplete ? ",incomplete" : "")
        let before = book.dayBefore(day).map { " p\($0.revision)" } ?? ""
        return "\(folder) \(settings) v\(day.version) r\(day.revision) \(state)\(before)"
    }

    /// Whether reports with this fingerprint were written into this folder.
    func isHere(_ written: String) -> Bool { written.hasPrefix(folder + " ") }

    /// Not a secret: any key does.
    private static func digest(_ text: String) -> String {
        let hash = Array(text.utf8).withByteView { SipHash.hash($0, key: SipKey(low: 0, high: 0)) }
        return String(hash, radix: 16)
    }
}
