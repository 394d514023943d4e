import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import History

/// Files that are no histories are left alone, to the byte, and nothing is put beside them.
@Suite("Strangers' files")
struct StrangerTests {
    private func expectLeftAlone(_ place: Place, _ said: String, _ remedy: String) throws {
        let before = try place.bytes()
        let names = try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
        for error in [failure { _ = try place.write() }, failure { _ = try place.read() }] {
            #expect(error?.kind == .unusable)
            #expect(error?.message == "\(place.path): \(said); \(remedy)")
        }
        #expect(try place.bytes() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted() == names)
    }

    @Test(
        "Bytes that are no SQLite database",
        arguments: [
            Array("203.0.113.7 - - [02/Mar/2026".utf8), [0], Array(repeating: 0, count: 4096),
            Array("SQLite format 3".utf8), Array("SQLite format 4".utf8) + Array(repeating: 0, count: 100),
        ])
    func noDatabase(_ bytes: [UInt8]) throws {
        let place = try Place()
        _ = try place.folder.file("accessrank.sqlite", bytes)
        try expectLeftAlone(
            place, "is not a history of accessrank, nor any SQLite database", "it is left alone; name another file")
    }

    @Test("Another program's database, also with a journal to be rolled back", arguments: [0, 7, 0x4163_526C])
    func otherDatabase(applicationID: Int) throws {
        let place = try Place()
        let queue = try DatabaseQueue(path: place.path)
        try queue.writeWithoutTransaction {
            try $0.execute(
                sql: "PRAGMA application_id = \(applicationID); CREATE TABLE mine (a); INSERT INTO mine VALUES (1)")
        }
        try queue.close()
        _ = try place.folder.file("accessrank.sqlite-journal", Array(repeating: 1, count: 600))
        try expectLeftAlone(
            place, "is another program's SQLite database", "it is left alone; name another file")
    }

    @Test("A history of a newer version")
    func newer() throws {
        let place = try Place()
        let queue = try DatabaseQueue(path: place.path)
        try queue.writeWithoutTransaction { try $0.execute(sql: Schema.newFile + "PRAGMA user_version = 5;") }
        try queue.close()
        try expectLeftAlone(
            place, "was written by a newer accessrank (schema 5; this one knows up to 4)",
            "use that version, or name another file")
    }

    @Test("A folder, and a pipe that nobody may wait at")
    func notAFile() throws {
        let place = try Place()
        #expect(mkdir(place.path, 0o700) == 0)
        #expect(failure { _ = try place.write() }?.message == "\(place.path): is not a file; name another one")
        #expect(rmdir(place.path) == 0)
        #expect(mkfifo(place.path, 0o600) == 0)
        #expect(failure { _ = try place.read() }?.kind == .unusable)
        #expect(!exists(place.path + ".lock"))
    }

    @Test("Nothing at all cannot be read")
    func missing() throws {
        let place = try Place()
        let error = failure { _ = try place.read() }
        #expect(error?.kind == .unusable)
        #expect(
            error?.message == "\(place.path): there is no history yet; count some logs first, or name the right file")
        #expect(!exists(place.path))
    }

    @Test("A folder that does not exist")
    func noFolder() throws {
        let folder = try ScratchFolder()
        let error = failure { _ = try History(writing: folder.path + "/no/h.sqlite", zone: "UTC", started: 0) }
        #expect(error?.kind == .cannotCreate)
        #expect(
            error?.message
                == "\(folder.path)/no/h.sqlite: the folder \(folder.path)/no does not exist; make it, or name another file"
        )
        _ = try folder.file("plain", [1])
        #expect(
            failure { _ = try History(writing: folder.path + "/plain/h", zone: "UTC", started: 0) }?.kind
                == .cannotCreate)
        #expect(failure { _ = try History(writing: "", zone: "UTC", started: 0) }?.kind == .cannotCreate)
        #expect(failure { _ = try History(writing: folder.path + "/no/..", zone: "UTC", started: 0) } != nil)
    }
}
