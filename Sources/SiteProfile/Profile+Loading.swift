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
        do throws(SmallFile.Trouble) {
            return try SmallFile.bytes(ofFile: path, maximumBytes: maximumFileBytes)
        } catch {
            throw ProfileError(
                file: path, problem: error.problem,
                remedy: "name a YAML file that can be read, or run without a profile")
        }
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
