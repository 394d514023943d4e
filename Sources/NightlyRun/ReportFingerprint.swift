import Glibc
import History
import SiteProfile
import ViewCounting

/// What decides the bytes of a day's reports, in a few words: equal ones are of equal reports in the same folder.
///
/// `5 9f0c44ad21e07b55 4be1... v2 r17 complete after known c23f...`: the form and the folder, the settings, the day's version
/// and revision, its state, whether the day before is known in full and whether it is incomplete, and the revisions of all
/// days before it, on which arrows, charts, windows and rises depend.
struct ReportFingerprint {
    private let folder: String
    private let settings: String

    /// Raised when reports are written in another form, so that all of them are written anew.
    private static let form = 5

    init(_ site: SiteSettings) {
        let real = realpath(site.reports, nil)
        defer { free(real) }
        folder = TextDigest.of(real.map { String(cString: $0) } ?? site.reports)
        let profile = site.profile
        settings = TextDigest.of(
            "\([profile.site ?? "", profile.url ?? "", site.calendar.zoneName]) \(site.top) \(profile.sectionTop) \(profile.csvBOM)"
        )
    }

    /// By day, in one pass.
    func texts(of book: DayBook) -> [CalendarDay: String] {
        var texts: [CalendarDay: String] = [:]
        var earlier = TextDigest.of("")
        for day in book.days {
            let state = (book.isComplete(day) ? "complete" : "partial") + (day.isIncomplete ? ",incomplete" : "")
            let before = book.dayBefore(day).map { $0.isIncomplete ? "incomplete" : "known" } ?? "unknown"
            texts[day.day] =
                "\(Self.form) \(folder) \(settings) v\(day.version) r\(day.revision) \(state) after \(before) \(earlier)"
            earlier = TextDigest.of("\(earlier) \(day.day) r\(day.revision)")
        }
        return texts
    }

    /// Whether reports with this fingerprint were written into this folder, in whatever form.
    func isHere(_ written: String) -> Bool {
        written.split(separator: " ").dropFirst().first.map(String.init) == folder
    }
}
