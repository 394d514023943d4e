import Glibc
import LogReading

extension Profile {
    /// A larger file is no profile.
    static let maximumFileBytes = 1 << 20

    /// Reads a profile from a file.
    ///
    /// - Parameters:
    ///   - path: the file; paths in the profile are relative to its folder.
    ///   - formats: the names of log formats that are known.
    public static func load(
        path: String, formats: [String] = Profile.knownFormats
    ) throws(ProfileError) -> Profile {
        let bytes = try contents(ofFile: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let (line, column) = placeOfInvalidByte(in: bytes)
            throw ProfileError(
                file: path, line: line, column: column, problem: "the profile is not UTF-8 text",
                remedy: "save it in the encoding UTF-8")
        }
        return try Profile(yaml: text, file: path, formats: formats)
    }

    private static func contents(ofFile path: String) throws(ProfileError) -> [UInt8] {
        func failure(_ problem: String) -> ProfileError {
            ProfileError(
                file: path, problem: problem, remedy: "name a YAML file that can be read, or run without a profile")
        }
        guard !path.utf8.contains(0), let file = fopen(path, "rb") else {
            throw failure("cannot be opened (\(path.utf8.contains(0) ? "a NUL in its name" : systemMessage(errno)))")
        }
        defer { fclose(file) }
        // One byte more than allowed tells a file that is too long.
        var bytes = [UInt8](repeating: 0, count: maximumFileBytes + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        if ferror(file) != 0 { throw failure("cannot be read (\(systemMessage(errno)))") }
        if count > maximumFileBytes { throw failure("is longer than \(maximumFileBytes) bytes, so it is no profile") }
        return Array(bytes.prefix(count))
    }

    /// Line and column, counted from 1, of the first byte that is not UTF-8.
    private static func placeOfInvalidByte(in bytes: [UInt8]) -> (line: Int, column: Int) {
        var (line, column) = (1, 1)
        var input = bytes.makeIterator()
        var decoder = UTF8()
        while case .scalarValue(let scalar) = decoder.decode(&input) {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return (line, column)
    }
}
