/// The folder of a profile, to which the paths in the profile are relative.
struct ProfileFolder {
    /// Ends with `/`; empty for the working folder.
    private let prefix: Substring

    init(ofFile file: String) {
        prefix = file.prefix(upTo: file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex)
    }

    /// A path as it is seen from the working folder.
    func resolve(path: String) -> String {
        path.hasPrefix("/") ? path : prefix + path
    }

    /// A glob as it is seen from the working folder; the folder's own name stands for itself, with `\` where need be.
    func resolve(glob: String) -> String {
        guard !glob.hasPrefix("/") else { return glob }
        return prefix.reduce(into: "") { escaped, character in
            if "*?[\\".contains(character) { escaped.append("\\") }
            escaped.append(character)
        } + glob
    }
}
