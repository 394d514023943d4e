import Glibc

/// The system calls behind a report folder, each with a typed error.
enum Disk {
    /// What is found under a name; a symbolic link is not followed.
    enum Kind {
        case nothing, file, folder, link, other
    }

    static func kind(of path: String) throws(ReportError) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT { return .nothing }
            throw ReportError(cannot: "look at it", path, code: errno)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// Makes a folder and those above it; a folder that exists is fine, also by way of a link.
    static func makeFolders(_ path: String) throws(ReportError) {
        if mkdir(path, folderMode) == 0 { return }
        var code = errno
        if code == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            try makeFolders(String(path[..<slash]))
            if mkdir(path, folderMode) == 0 { return }
            code = errno
        }
        var status = stat()
        if code == EEXIST, stat(path, &status) == 0 {
            if status.st_mode & S_IFMT == S_IFDIR { return }
            throw ReportError(inTheWay: path, of: "a folder")
        }
        throw ReportError(cannot: "make the folder", path, code: code)
    }

    /// Makes a folder; false where its name is taken.
    static func makeFolder(_ path: String) throws(ReportError) -> Bool {
        if mkdir(path, folderMode) == 0 { return true }
        if errno == EEXIST { return false }
        throw ReportError(cannot: "make the folder", path, code: errno)
    }

    /// Makes a symbolic link; false where its name is taken.
    static func makeLink(_ path: String, to target: String) throws(ReportError) -> Bool {
        if symlink(target, path) == 0 { return true }
        if errno == EEXIST { return false }
        throw ReportError(cannot: "make the link", path, code: errno)
    }

    /// The target of a symbolic link as written in it; nil where it cannot be read.
    static func target(ofLink path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = readlink(path, &buffer, buffer.count)
        return length < 0 ? nil : String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func rename(_ old: String, to new: String) throws(ReportError) {
        guard Glibc.rename(old, new) == 0 else { throw ReportError(cannot: "replace it", new, code: errno) }
    }

    /// Whether something is found under a name when links are followed.
    static func leadsSomewhere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0
    }

    static let folderMode: mode_t = 0o777
    static let fileMode: mode_t = 0o666
}
