public import ViewCounting

extension ReportFolder {
    /// What the folder holds of a day, so that a run can decide before it replaces it.
    public func onDisk(_ day: CalendarDay) throws(ReportError) -> DayOnDisk {
        switch try Disk.kind(of: place(day)) {
        case .nothing: return .missing
        case .file, .link, .other: return .unreadable
        case .folder: break
        }
        guard let bytes = Disk.read("\(place(day))/\(DayReport.jsonName)"),
            let published = PublishedDay(json: bytes, of: day)
        else { return .unreadable }
        return .published(published)
    }

    /// Whether the day has a folder, whatever it holds.
    public func has(_ day: CalendarDay) -> Bool { (try? Disk.kind(of: place(day))) == .folder }

    /// Takes a day's reports away, whole; a day that has none is fine.
    public func withdraw(_ day: CalendarDay) throws(ReportError) {
        guard has(day) else { return }
        let away = try makeTemporary(for: day.description) { name throws(ReportError) in
            guard try Disk.kind(of: name) == .nothing else { return false }
            try Disk.rename(place(day), to: name)
            return true
        }
        try Disk.sync(folder: path)
        Disk.remove(away)
    }

    /// The days that have a folder, readable or not, newest first.
    func folders() throws(ReportError) -> [CalendarDay] {
        var days: [CalendarDay] = []
        for name in try Disk.names(in: path) {
            if let day = CalendarDay(iso: name), try Disk.kind(of: place(name)) == .folder { days.append(day) }
        }
        return days.sorted(by: >)
    }
}
