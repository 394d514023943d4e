import Foundation
import ViewCounting

/// A day of a source as it is written, but for its clicks: made beside the days of other sources.
struct KeptDay: Sendable {
    let day: SourceDay
    /// Nil without lines.
    let lines: Data?
    /// Nil where no page is kept.
    let pages: Pages?

    struct Pages: Sendable {
        let names: Data
        let uncounted: Data
        /// By number of a page in the source's table, its number among the names.
        let numbers: [UInt32]
    }

    /// What is kept of a source: nothing of one that does not count.
    static func days(of source: NewSource) -> [KeptDay] {
        guard source.state.counts else { return [] }
        var numbering = PageNumbering(source.pages)
        return source.days.map { KeptDay($0, &numbering) }
    }

    private init(_ day: SourceDay, _ numbering: inout PageNumbering) {
        self.day = day
        lines = day.hasLines ? LinesBlob.encode(day.lines).data : nil
        let pages = day.isLate ? [] : numbering.number(pagesOf: day)
        if day.isLate || pages.isEmpty && day.untoldLines == 0 {
            self.pages = nil
            return
        }
        self.pages = Pages(
            names: PageTableBlob.encode(pages, of: numbering.kept).data,
            uncounted: UncountedBlob.encode(day.uncounted, untold: day.untoldLines, numbers: numbering.numbers).data,
            numbers: numbering.numbers)
    }
}
