import GRDB
import LogReading
import TestSupport
import Testing

@testable import History

@Suite("Files that sources were read from")
struct FileNoteTests {
    let place: Place
    let history: History

    init() throws {
        place = try Place()
        history = try place.write()
    }

    /// Adds a log whose content these files hold, at a time.
    private func add(_ name: String, _ files: [FileMark], at now: Int64 = 1000) throws {
        var source = Sample.source(name, [Sample.part(Sample.monday, visitors: [1])])
        source.files = files
        var change = try Sample.change(history, at: now, adding: [source])
        change.settings = "these"
        try history.commit(change)
    }

    /// Notes files of source 1.
    private func note(_ files: [FileMark], at now: Int64) throws {
        var change = try Sample.change(history, at: now)
        change.files = [1: files]
        change.settings = "these"
        try history.commit(change)
    }

    private func sources(_ files: FileMark..., under settings: String = "these", now: Int64 = 2000) throws -> [Int64?] {
        let known = try history.files(readUnder: settings, now: now)
        return files.map { known.source(of: $0) }
    }

    @Test("A file is found with its source, whatever its numbers are, and no other one is")
    func found() throws {
        try add("one.log", [Sample.file(1), Sample.file(.max)])
        try add("another.log", [Sample.file(2)])
        #expect(try sources(Sample.file(1), Sample.file(.max), Sample.file(2), Sample.file(3)) == [1, 1, 2, nil])
        #expect(
            try sources(Sample.file(1, seconds: 1), Sample.file(1, size: 1), Sample.file(1, digest: 8)) == [
                nil, nil, nil,
            ])
    }

    @Test("It is found under the settings it was noted under, and by no run that began before")
    func conditions() throws {
        try add("one.log", [Sample.file(1)], at: 1000)
        #expect(try sources(Sample.file(1), under: "others") == [nil])
        #expect(try sources(Sample.file(1), now: 1000) == [1])
        #expect(try sources(Sample.file(1), now: 999) == [nil])
    }

    @Test("A file is noted as it is now: what was noted of it before is replaced, also where another source had it")
    func replaced() throws {
        try add("one.log", [Sample.file(1)])
        try add("another.log", [Sample.file(1, seconds: 9)])
        #expect(try sources(Sample.file(1), Sample.file(1, seconds: 9)) == [nil, 2])
        #expect(try history.rows()["source_file"] == 1)
    }

    @Test("Of copies that come each night the last four are kept, and of other sources all")
    func lastFour() throws {
        try add("one.log", [Sample.file(1)])
        try add("another.log", [Sample.file(90)], at: 1)
        for night in 2...6 as ClosedRange<UInt64> { try note([Sample.file(night)], at: 1000 + Int64(night)) }
        #expect(
            try sources(Sample.file(1), Sample.file(2), Sample.file(3), Sample.file(6), Sample.file(90))
                == [nil, nil, 1, 1, 2])
        #expect(try history.rows()["source_file"] == 5)
    }

    @Test("They go with the source, forgotten or replaced", arguments: [SourceState.forgotten, .superseded])
    func gone(state: SourceState) throws {
        try add("one.log", [Sample.file(1)])
        try add("another.log", [Sample.file(2)])
        var change = try Sample.change(history, at: 1500)
        change.gone = [1]
        change.goneState = state
        try history.commit(change)
        #expect(try sources(Sample.file(1), Sample.file(2)) == [nil, 2])
        #expect(try history.rows()["source_file"] == 1)
    }

    @Test("A source that does not count leaves none")
    func notCounted() throws {
        var copy = Sample.source("copy.log", state: .sameContent)
        copy.files = [Sample.file(1)]
        try history.commit(Sample.change(history, at: 1000, adding: [copy]))
        #expect(try history.rows()["source_file"] == nil)
    }

    @Test("Days that are closed or purged change nothing")
    func days() throws {
        try add("one.log", [Sample.file(1)])
        try history.commit(
            Sample.change(history, at: Sample.night(after: Sample.monday), totals: [Sample.totals(Sample.monday)]))
        let later = Sample.night(after: Sample.monday) + 30 * 86_400
        try history.commit(Sample.change(history, at: later))
        #expect(try history.days().map(\.isClosed) == [true])
        _ = try history.purge(before: Sample.wednesday)
        #expect(try sources(Sample.file(1), now: later) == [1])
    }
}
