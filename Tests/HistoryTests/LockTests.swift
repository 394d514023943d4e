import Foundation
import Glibc
import TestSupport
import Testing

@testable import History

@Suite("The lock of a history")
struct LockTests {
    @Test("A second run is told the first one's pid and start, at once")
    func busy() throws {
        let place = try Place()
        let first = try place.write(started: 1_772_507_400)
        let error = failure { _ = try place.write() }
        #expect(error?.kind == .busy)
        #expect(
            error?.message
                == "\(place.path): another run (pid \(getpid()), since 2026-03-03T03:10:00Z) is writing it; "
                + "nothing was changed; run again when it is done")
        _ = first
    }

    @Test("It is free when the first run is over, and its file stays, with no name in it")
    func release() throws {
        let place = try Place()
        do { _ = try place.write() }
        #expect(try place.bytes(".lock").isEmpty)
        _ = try place.write()
    }

    @Test("It is free although a child of this process has not let go of it yet")
    func heldByAChild() throws {
        let place = try Place()
        let child: InheritedDescriptors
        do {
            let writer = try place.write()
            child = try InheritedDescriptors(of: place.path + ".lock")
            _ = writer
        }
        #expect(child.count == 1)
        withExtendedLifetime(child) { #expect(failure { _ = try place.write() } == nil) }
    }

    @Test("Readers take no lock")
    func reading() throws {
        let place = try Place()
        let writer = try place.write()
        let reader = try place.read()
        try writer.commit(Sample.change(writer, at: 0, adding: [Sample.source()]))
        #expect(try reader.sources().count == 1)
        #expect(try place.read().sources().count == 1)
    }

    @Test("A killed run's lock is free at once")
    func killed() throws {
        let place = try Place()
        do { _ = try place.write() }
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = ["--no-fork", "--exclusive", place.path + ".lock", "sleep", "600"]
        try holder.run()
        // It begins when the system lets it: until then the lock is free.
        var isBusy = false
        for _ in 0..<1000 where !isBusy {
            isBusy = failure { _ = try place.write() }?.kind == .busy
            usleep(10_000)
        }
        #expect(isBusy)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        #expect(failure { _ = try place.write() } == nil)
    }

    @Test("What a killed run left in the file is not taken for a running one's name")
    func stale() throws {
        let place = try Place()
        _ = try place.folder.file("accessrank.sqlite.lock", Array("999999 2020-01-01T00:00:00Z\n and more".utf8))
        let first = try place.write(started: 0)
        #expect(try place.bytes(".lock") == Array("\(getpid()) 1970-01-01T00:00:00Z\n".utf8))
        _ = first
    }

    @Test("A lock file that is a link or a folder is no lock", arguments: [false, true])
    func inTheWay(isFolder: Bool) throws {
        let place = try Place()
        let victim = try place.folder.file("victim", Array("precious".utf8))
        #expect((isFolder ? mkdir(place.path + ".lock", 0o700) : symlink("victim", place.path + ".lock")) == 0)
        #expect(failure { _ = try place.write() }?.kind == .cannotCreate)
        #expect(try readAll(victim) == Array("precious".utf8))
        #expect(!exists(place.path))
    }

    @Test(
        "Starts are shown as UTC",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (1_772_507_400, "2026-03-03T03:10:00Z"), (-5, "1970-01-01T00:00:00Z"),
            (Int64.max, "9999-12-31T23:59:59Z"),
        ])
    func iso(second: Int64, text: String) {
        #expect(HistoryLock.iso(second) == text)
    }
}
