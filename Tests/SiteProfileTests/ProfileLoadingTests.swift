import Foundation
import SiteProfile
import Testing

/// Each test has a folder of its own, which goes with the test.
@Suite("Profiles as files")
final class ProfileLoadingTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("profile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of a file of these bytes.
    private func file(_ bytes: [UInt8]) throws -> String {
        let file = folder.appendingPathComponent("site.yaml")
        try Data(bytes).write(to: file)
        return file.path
    }

    @Test("A profile is read from its file, and its paths are relative to the folder")
    func load() throws {
        let profile = try Profile.load(path: file(Array("logs: [a.log]\ntop: 3\n".utf8)))
        #expect(profile.top == 3)
        #expect(profile.logs == ["\(folder.path)/a.log"])
    }

    @Test("A file that is not there is told by its name")
    func missing() throws {
        let error = try #require(throws: ProfileError.self) { try Profile.load(path: "/no/such/site.yaml") }
        #expect(error.description.hasPrefix("/no/such/site.yaml: cannot be opened (No such file or directory); "))
    }

    @Test("A name that no file can have is told")
    func nulInName() throws {
        let error = try #require(throws: ProfileError.self) { try Profile.load(path: "a\0b") }
        #expect(error.description.hasPrefix("a\\u{0}b: cannot be opened (a NUL in its name); "))
    }

    @Test("A folder is no profile")
    func folderAsFile() throws {
        let error = try #require(throws: ProfileError.self) { try Profile.load(path: "/tmp") }
        #expect(error.description.hasPrefix("/tmp: cannot be read (Is a directory); "))
    }

    @Test("A file that is not UTF-8 is told with the place of the first byte that is not")
    func notUTF8() throws {
        let path = try file(Array("top: 3\nsite: é".utf8) + [0xE9, 0x20])
        let error = try #require(throws: ProfileError.self) { try Profile.load(path: path) }
        #expect(error.description == "\(path):2:8: the profile is not UTF-8 text; save it in the encoding UTF-8")
    }

    @Test("A file longer than a mebibyte is no profile, one of a mebibyte may be")
    func tooLong() throws {
        let comment = [UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20)
        #expect(try Profile.load(path: file(comment)).top == 20)
        let path = try file(comment + [UInt8(ascii: "#")])
        let error = try #require(throws: ProfileError.self) { try Profile.load(path: path) }
        #expect(error.description.contains("is longer than 1048576 bytes"))
    }
}
