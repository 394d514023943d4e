import Foundation
import GRDB
import Glibc
import TestSupport
import Testing

@testable import History

@Suite("Opening a history")
struct OpeningTests {
    @Test("A missing file becomes a history that only the user may read, whatever the umask")
    func creation() throws {
        let place = try Place()
        let old = umask(0)
        defer { umask(old) }
        let history = try place.write()
        #expect(history.zone == "UTC")
        #expect(mode(place.path) == 0o600)
        #expect(mode(place.path + ".lock") == 0o600)
        #expect(try history.days().isEmpty)
        #expect(try history.sources().isEmpty)
        try history.write { db in
            try db.execute(sql: "INSERT INTO run (started) VALUES (1)")
            #expect(mode(place.path + "-journal") == 0o600)
        }
        #expect(!exists(place.path + "-journal"))
    }

    @Test("A file of no bytes, as a killed run leaves it, becomes a history and private")
    func emptyFile() throws {
        let place = try Place()
        _ = try place.folder.file("accessrank.sqlite", [])
        chmod(place.path, 0o644)
        #expect(try place.write().zone == "UTC")
        #expect(mode(place.path) == 0o600)
    }

    @Test("The file says that it is a history and of which version, and what is deleted is overwritten")
    func header() throws {
        let place = try Place()
        let history = try place.write()
        let bytes = try place.bytes()
        #expect(Array(bytes[68..<72]) == Array("AcRk".utf8))
        #expect(Array(bytes[60..<64]) == [0, 0, 0, 4])
        // 1 in both places: a rollback journal, no write-ahead log.
        #expect(Array(bytes[18..<20]) == [1, 1])
        let pragmas = try history.read { db in
            try ["secure_delete", "synchronous", "auto_vacuum", "temp_store"].map {
                try Int.fetchOne(db, sql: "PRAGMA \($0)")
            }
        }
        #expect(pragmas == [1, 3, 2, 2])
        #expect(try history.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "delete")
        #expect(try history.read { try Schema.migrator.hasCompletedMigrations($0) })
    }

    @Test("A new history is made in one transaction")
    func newHistory() throws {
        let place = try Place()
        do { _ = try place.write() }
        // The file change counter, by the "Database File Format" of SQLite.
        #expect(Array(try place.bytes()[24..<28]) == [0, 0, 0, 1])
    }

    @Test("A new history has pages of 8 KiB, and one of others keeps them")
    func pageSize() throws {
        let place = try Place()
        // By the "Database File Format" of SQLite.
        func pageBytes() throws -> Int { Int(try place.bytes()[16]) << 8 | Int(try place.bytes()[17]) }
        do { _ = try place.write() }
        #expect(try pageBytes() == 8192)
        let other = try DatabaseQueue(path: place.path)
        try other.writeWithoutTransaction { try $0.execute(sql: "PRAGMA page_size = 4096; VACUUM") }
        try other.close()
        do { _ = try place.write() }
        #expect(try pageBytes() == 4096)
    }

    @Test("A history opened again is as it was, byte for byte")
    func reopening() throws {
        let place = try Place()
        do { _ = try place.write() }
        let before = try place.bytes()
        do { _ = try place.write() }
        do { #expect(try place.read().zone == "UTC") }
        #expect(try place.bytes() == before)
    }

    @Test("A run killed while it made the history leaves something that becomes one", arguments: [false, true])
    func halfMade(hasTables: Bool) throws {
        let place = try Place()
        do {
            let queue = try DatabaseQueue(path: place.path)
            try queue.writeWithoutTransaction { try $0.execute(sql: Schema.newFile) }
            if hasTables { try Schema.migrator.migrate(queue) }
            try queue.close()
        }
        let error = failure { _ = try place.read() }
        #expect(error?.kind == .unusable)
        #expect(error?.message == "\(place.path): holds nothing yet; count some logs first, or name the right file")
        #expect(try place.write().zone == "UTC")
        #expect(try place.read().zone == "UTC")
    }

    @Test("A history of another zone is unusable, and stays as it is")
    func zone() throws {
        let place = try Place()
        do { _ = try place.write() }
        let before = try place.bytes()
        let error = failure { _ = try History(writing: place.path, zone: "Asia/Tokyo", started: 0) }
        #expect(error?.kind == .unusable)
        #expect(
            error?.message
                == "\(place.path): its days are days of the zone UTC, and the site's zone is Asia/Tokyo; "
                + "set the zone back, or name another file and count the logs again")
        #expect(try place.bytes() == before)
        #expect(try place.write().zone == "UTC")
    }

    @Test("A name that is a link leads to one history with one lock")
    func link() throws {
        let place = try Place()
        let link = place.folder.path + "/link.sqlite"
        #expect(symlink("accessrank.sqlite", link) == 0)
        let error = failure { _ = try History(writing: link, zone: "UTC", started: 0) }
        #expect(error?.kind == .cannotCreate)
        let history = try place.write()
        #expect(failure { _ = try History(writing: link, zone: "UTC", started: 0) }?.kind == .busy)
        #expect(!exists(link + ".lock"))
        _ = history
    }

    @Test("A reader knows whether a run has changed the history since it was opened")
    func changed() throws {
        let place = try Place()
        let run = try place.write()
        let reader = try place.read()
        _ = try reader.days()
        #expect(try !reader.hasChanged())
        try run.commit(Sample.change(run, at: Sample.night(after: Sample.monday)))
        #expect(try reader.hasChanged())
        #expect(try reader.hasChanged())
        #expect(try !place.read().hasChanged())
        #expect(try !run.hasChanged())
    }

    @Test("A name without a folder is one in the current folder")
    func resolution() throws {
        let file = try HistoryFile("no-such-history.sqlite")
        #expect(file.path == FileManager.default.currentDirectoryPath + "/no-such-history.sqlite")
        #expect(try HistoryFile("/no-such-history.sqlite").path == "/no-such-history.sqlite")
    }
}
