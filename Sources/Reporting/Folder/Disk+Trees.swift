import Glibc

extension Disk {
    /// The names in a folder, sorted by their bytes; without `.` and `..`.
    static func names(in path: String) throws(ReportError) -> [String] {
        guard let stream = opendir(path) else { throw ReportError(cannot: "read the folder", path, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withName(of: entry) { String(cString: $0) }
            if !isSelfOrParent(name) { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Removes whatever is under a name, as far as it lets itself be removed; links are not followed.
    static func remove(_ path: String) {
        removeEntry(path, of: AT_FDCWD)
    }

    private static func removeEntry(_ name: UnsafePointer<CChar>, of parent: CInt) {
        if unlinkat(parent, name, 0) == 0 { return }
        let folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return }
        guard let stream = fdopendir(folder) else {
            close(folder)
            return
        }
        while let entry = readdir(stream) {
            withName(of: entry) { child in
                if !isSelfOrParent(String(cString: child)) { removeEntry(child, of: folder) }
            }
        }
        closedir(stream)
        unlinkat(parent, name, AT_REMOVEDIR)
    }

    private static func isSelfOrParent(_ name: String) -> Bool { name == "." || name == ".." }

    private static func withName<Result>(
        of entry: UnsafeMutablePointer<dirent>, _ body: (UnsafePointer<CChar>) -> Result
    ) -> Result {
        withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee), body)
        }
    }
}
