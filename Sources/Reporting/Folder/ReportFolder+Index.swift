import LogReading
import ViewCounting

extension ReportFolder {
    /// Brings `latest` and `index.md` up to what the folder holds; `index.md` comes last.
    ///
    /// Call it after the last day has been published. Both are functions of the days in the folder alone.
    public func finish() throws(ReportError) {
        try Disk.makeFolders(path)
        var trouble: ReportError?
        do throws(ReportError) {
            try pointLatest()
        } catch {
            // A `latest` that is not ours is no reason for an index of yesterday.
            trouble = error
        }
        try writeIndex()
        if let trouble { throw trouble }
    }

    private func writeIndex() throws(ReportError) {
        let target = place(ReportFolder.indexName)
        let bytes = Array(try index().utf8)
        switch try Disk.kind(of: target) {
        case .nothing: break
        case .file:
            if Disk.read(target) == bytes { return }
        case .folder, .link, .other: throw ReportError(inTheWay: target, of: "a file")
        }
        try replace(ReportFolder.indexName) { path throws(ReportError) in try Disk.write(bytes, to: path) }
    }

    /// Points `latest` to the newest complete day; a link that points nowhere goes where there is none.
    private func pointLatest() throws(ReportError) {
        let target = place(ReportFolder.latestName)
        let found = try Disk.kind(of: target)
        guard found == .nothing || found == .link else {
            throw ReportError(inTheWay: target, of: "a link to a day")
        }
        guard let newest = try newestComplete()?.description else {
            if found == .link, !Disk.leadsSomewhere(target) { Disk.remove(target) }
            return
        }
        if found == .link, Disk.target(ofLink: target) == newest { return }
        try replace(ReportFolder.latestName) { path throws(ReportError) in try Disk.makeLink(path, to: newest) }
    }

    /// Only so many days are read as it takes to find it.
    private func newestComplete() throws(ReportError) -> CalendarDay? {
        for day in try folders() {
            if case .published(let found) = try onDisk(day), found.isComplete { return day }
        }
        return nil
    }

    /// Puts something new in the place of a name in one step.
    ///
    /// - Parameter make: Makes it under the hidden name that it gets; false where that is taken.
    private func replace(_ name: String, by make: (String) throws(ReportError) -> Bool) throws(ReportError) {
        do throws(ReportError) {
            let new = try makeTemporary(for: name, make)
            defer { Disk.remove(new) }
            try Disk.rename(new, to: place(name))
            try Disk.sync(folder: path)
        } catch {
            throw error.about(place(name))
        }
    }

    /// The days with their number one, newest first.
    private func index() throws(ReportError) -> String {
        let days = try folders()
        var rows: [[String]] = []
        var site: String?
        for day in days {
            guard case .published(let published) = try onDisk(day) else {
                rows.append([day.description, "–", "unreadable", ""])
                continue
            }
            site = site ?? published.site
            let numberOne = published.numberOne.map { article in
                MarkdownText.link(
                    article.title.map { ShownText.of($0) } ?? ShownText.decoding(ByteString(article.path)),
                    to: ArticleLink.checked(article.url))
            }
            rows.append([
                MarkdownText.link(day.description, to: "\(day)/\(DayReport.markdownName)"),
                Figures.grouped(published.totalViews), MarkdownText.escaping(ShownText.of(published.state)),
                numberOne ?? "–",
            ])
        }
        let table = MarkdownTable(
            columns: [("Day", .left), ("Views", .right), ("State", .left), ("Number one", .left)], rows: rows)
        let name = site.map { MarkdownText.escaping(ShownText.of($0)) + ": " } ?? ""
        return "# \(name)Access Rankings\n\n" + (rows.isEmpty ? "No day has been reported yet.\n" : table.text)
    }
}
