import Foundation
import GRDB
import Glibc
import LogReading
import TestSupport
import Testing
import ViewCounting

@testable import History

@Suite("Faults of disk and rights")
struct FaultTests {
    private struct Stop: Error {}

    /// A copy of the file and its journal as a kill in the middle of a commit leaves them.
    private func killedMidway(_ place: Place) throws -> (killed: Place, before: [UInt8]) {
        let killed = try Place()
        let history = try place.write()
        try history.commit(
            Sample.change(
                history, at: 5, adding: [Sample.source("one", [Sample.part(Sample.monday, visitors: [1, 2])])],
                totals: [Sample.totals(Sample.monday)]))
        let before = try place.bytes()
        try? history.queue.write { db in
            // A cache so small that the file is written to before the end.
            try db.execute(sql: "PRAGMA cache_size = 5")
            try db.execute(sql: "DELETE FROM day; UPDATE source SET name = 'other'; DELETE FROM click_run")
            try db.execute(
                sql: "INSERT INTO click_run VALUES (1, 1, 0, 0, ?)", arguments: [Data(repeating: 7, count: 1 << 20)])
            for suffix in ["", "-journal"] {
                try Data(try place.bytes(suffix)).write(to: URL(fileURLWithPath: killed.path + suffix))
            }
            throw Stop()
        }
        #expect(try killed.bytes() != before)
        #expect(try killed.bytes("-journal").count > 512)
        return (killed, before)
    }

    @Test("The next run, or reader, undoes what a killed run began", arguments: [false, true])
    func hotJournal(isReading: Bool) throws {
        let place = try Place()
        let (killed, before) = try killedMidway(place)
        let history = isReading ? try killed.read() : try killed.write()
        #expect(try history.sources().map(\.name) == ["one"])
        #expect(try history.totals(of: Sample.monday) == Sample.totals(Sample.monday))
        #expect(try history.read { try String.fetchOne($0, sql: "PRAGMA quick_check") } == "ok")
        #expect(try killed.bytes() == before)
        #expect(!exists(killed.path + "-journal"))
    }

    @Test("A power cut while the file was made leaves zeros and a journal, and becomes a history")
    func zerosWithJournal() throws {
        let place = try Place()
        _ = try place.folder.file("accessrank.sqlite", Array(repeating: 0, count: 4096))
        // The header of a journal of a database that had no pages: SQLite rolls it back to nothing.
        var journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        journal += [0, 0, 0, 0] + [1, 2, 3, 4] + [0, 0, 0, 0] + [0, 0, 2, 0] + [0, 0, 0x10, 0]
        journal += Array(repeating: 0, count: 512 - journal.count)
        _ = try place.folder.file("accessrank.sqlite-journal", journal)
        #expect(try place.write().days().isEmpty)
    }

    @Test("A commit that finds no room changes nothing, and the next one that does is whole")
    func full() throws {
        let place = try Place()
        let history = try place.write()
        let change = try Sample.change(
            history, at: 5,
            adding: [Sample.source("big", [Sample.part(Sample.monday, visitors: Array(0..<20_000))])],
            totals: [Sample.totals(Sample.monday)])
        let before = try place.bytes()
        try history.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 40") }
        let error = failure { try history.commit(change) }
        #expect(error?.kind == .io)
        #expect(
            error?.message
                == "\(place.path): there is no room left for it on the disk; "
                + "make room or check the disk and run again; what the history held before is not lost")
        #expect(try place.bytes() == before)
        #expect(!exists(place.path + "-journal"))
        try history.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 4000") }
        try history.commit(change)
        #expect(try history.parts(of: [Sample.monday]).first?.day.clicks.first?.count == 20_000)
    }

    @Test("A reader that has waited for a writer says which run it is")
    func busyReader() throws {
        let place = try Place()
        do { _ = try place.write() }
        let other = try DatabaseQueue(path: place.path)
        _ = try place.folder.file("accessrank.sqlite.lock", Array("1 2026-03-03T03:10:00Z\n".utf8))
        let error = try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            defer { try? db.execute(sql: "ROLLBACK") }
            return failure { _ = try History(reading: place.path, waiting: 0.05) }
        }
        #expect(error?.kind == .busy)
        #expect(
            error?.message == "\(place.path): another run (pid 1, since 2026-03-03T03:10:00Z) is writing it; "
                + "nothing was changed; run again when it is done")
    }

    @Test(
        "Errors of SQLite have the kind that the exit status follows from",
        arguments: [
            (ResultCode.SQLITE_BUSY, HistoryError.Kind.busy), (.SQLITE_BUSY_SNAPSHOT, .busy), (.SQLITE_LOCKED, .busy),
            (.SQLITE_FULL, .io), (.SQLITE_IOERR, .io), (.SQLITE_IOERR_WRITE, .io), (.SQLITE_IOERR_FSYNC, .io),
            (.SQLITE_READONLY_DBMOVED, .io), (.SQLITE_NOMEM, .io), (.SQLITE_READONLY, .permission),
            (.SQLITE_READONLY_ROLLBACK, .permission), (.SQLITE_READONLY_DIRECTORY, .permission),
            (.SQLITE_PERM, .permission), (.SQLITE_CANTOPEN, .cannotCreate), (.SQLITE_CORRUPT, .unusable),
            (.SQLITE_NOTADB, .unusable), (.SQLITE_ERROR, .unusable), (.SQLITE_TOOBIG, .unusable),
            (.SQLITE_CONSTRAINT_UNIQUE, .unusable), (.SQLITE_MISMATCH, .unusable), (.SQLITE_SCHEMA, .unusable),
        ])
    func kinds(code: ResultCode, kind: HistoryError.Kind) throws {
        let place = try Place()
        let error = HistoryError(DatabaseError(resultCode: code), try HistoryFile(place.path))
        #expect(error.kind == kind)
        #expect(error.message.hasPrefix(place.path + ": "))
        #expect(error.message.hasSuffix("; " + kind.remedy))
        #expect(!error.message.contains("\n"))
    }

    @Test("Who may not write is told so, and may read")
    func rights() throws {
        let place = try Place()
        chmod(place.folder.path, 0o755)
        try asNobody {
            #expect(failure { _ = try place.write() }?.kind == .permission)
        }
        do {
            let history = try place.write()
            try history.commit(Sample.change(history, at: 5, adding: [Sample.source("one")]))
        }
        try asNobody {
            let error = failure { _ = try place.read() }
            #expect(error?.kind == .permission)
            #expect(
                error?.message
                    == "\(place.path): cannot be opened (Permission denied); "
                    + "let the user who runs this read and write it and its folder, or name another file")
        }
        chmod(place.path, 0o644)
        chmod(place.folder.path, 0o555)
        defer { chmod(place.folder.path, 0o755) }
        try asNobody { () throws in
            #expect(try place.read().sources().map(\.name) == ["one"])
            #expect(failure { _ = try place.write() }?.kind == .permission)
        }
    }

    @Test("A killed run's work that a reader may not undo is told so")
    func rightsToRollBack() throws {
        let place = try Place()
        let (killed, _) = try killedMidway(place)
        chmod(killed.folder.path, 0o555)
        chmod(killed.path, 0o444)
        chmod(killed.path + "-journal", 0o444)
        defer { chmod(killed.folder.path, 0o755) }
        try asNobody {
            #expect(failure { _ = try killed.read().sources() }?.kind == .permission)
        }
        chmod(killed.folder.path, 0o755)
        chmod(killed.path, 0o600)
        #expect(try killed.read().sources().map(\.name) == ["one"])
    }
}

/// Does something without the rights of root, on this thread alone; as who we are, where we are not root.
private func asNobody(_ body: () throws -> Void) throws {
    guard geteuid() == 0 else { return try body() }
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setfsuid = unsafeBitCast(symbol, to: (@convention(c) (uid_t) -> CInt).self)
    _ = setfsuid(65_534)
    defer { _ = setfsuid(0) }
    try body()
}
