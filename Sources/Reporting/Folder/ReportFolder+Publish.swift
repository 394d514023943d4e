import Glibc
public import ViewCounting

/// Whether a day's folder had to be written.
public enum Publication: Hashable, Sendable {
    case written
    /// The folder held exactly these bytes already, and was not touched.
    case unchanged
}

extension ReportFolder {
    /// Puts a day's reports in their place, whole.
    @discardableResult
    public func publish(_ report: DayReport) throws(ReportError) -> Publication {
        try publish(report.files(), of: report.day)
    }

    /// Puts the files of a day in their place, whole: the folder of the day holds these files then and nothing else.
    ///
    /// They are written and synced under a hidden name first, then swapped with the old folder in one step. A folder
    /// that holds the same bytes already is not touched; a file or a link of the day's name is an error.
    @discardableResult
    public func publish(_ files: [ReportFile], of day: CalendarDay) throws(ReportError) -> Publication {
        try Disk.makeFolders(path)
        let target = place(day)
        let found = try Disk.kind(of: target)
        switch found {
        case .nothing: break
        case .folder:
            if try holds(files, in: target) { return .unchanged }
        case .file, .link, .other: throw ReportError(inTheWay: target, of: "a folder of reports")
        }
        do throws(ReportError) {
            try replace(target, of: day, isThere: found == .folder, by: files)
        } catch {
            throw error.about(target)
        }
        return .written
    }

    private func replace(
        _ target: String, of day: CalendarDay, isThere: Bool, by files: [ReportFile]
    ) throws(ReportError) {
        let new = try makeTemporary(for: day.description, Disk.makeFolder)
        // What is under this name in the end is the old report, an unfinished new one, or nothing.
        defer { Disk.remove(new) }
        try Disk.write(files, into: new)
        try Disk.sync(folder: new)
        if isThere {
            try swap(new, with: target)
        } else {
            try Disk.rename(new, to: target)
        }
        try Disk.sync(folder: path)
    }

    /// Puts `new` in the place of `target`; the old one is under the name of `new` then, or gone.
    private func swap(_ new: String, with target: String) throws(ReportError) {
        let code = exchange(new, target)
        // Without a swap there is no report for a moment. `prepare` puts the old one back if the run is killed in it.
        let away = new + Leftover.awaySuffix
        switch code {
        case 0: return
        case EINVAL, ENOSYS, ENOTSUP: try Disk.rename(target, to: away)
        case EXDEV: try moveByCopy(target, to: away)
        default: throw ReportError(cannot: "replace it", target, code: code)
        }
        do throws(ReportError) {
            try Disk.rename(new, to: target)
        } catch {
            try Disk.rename(away, to: target)
            throw error
        }
        Disk.remove(away)
    }

    /// Moves the files of a folder that cannot be renamed: one of a lower layer of an overlay, as containers have it.
    private func moveByCopy(_ folder: String, to copy: String) throws(ReportError) {
        do throws(ReportError) {
            guard try Disk.makeFolder(copy) else { throw ReportError(cannot: "make the folder", copy, code: EEXIST) }
            for name in try Disk.names(in: folder) {
                // What is no file was never a part of a report, and would go with the old one anyway.
                guard try Disk.kind(of: "\(folder)/\(name)") == .file else { continue }
                _ = try Disk.write(Disk.contents(of: "\(folder)/\(name)"), to: "\(copy)/\(name)")
            }
            try Disk.sync(folder: copy)
        } catch {
            Disk.remove(copy)
            throw error
        }
        Disk.remove(folder)
    }

    private func holds(_ files: [ReportFile], in folder: String) throws(ReportError) -> Bool {
        guard try Disk.names(in: folder) == files.map(\.name).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        else { return false }
        return files.allSatisfy { Disk.read("\(folder)/\($0.name)") == $0.bytes }
    }
}
