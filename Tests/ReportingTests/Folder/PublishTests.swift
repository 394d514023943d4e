import Glibc
import Testing
import ViewCounting

@testable import Reporting

@Suite("A day's folder")
struct PublishTests {
    private let scratch: Scratch
    private let day: CalendarDay
    private let old = [ReportFile(name: "a.csv", text: "old a"), ReportFile(name: "b.md", text: "old b")]
    private let new = [ReportFile(name: "a.csv", text: "new a"), ReportFile(name: "c.json", text: "new c")]

    init() throws {
        scratch = try Scratch()
        day = try #require(CalendarDay(iso: "2026-03-02"))
    }

    private var folder: ReportFolder { ReportFolder(path: scratch.reports) }

    @Test("The first report makes the folder and all above it")
    func first() throws {
        let deep = ReportFolder(path: scratch.reports + "/of/2026//")
        #expect(try deep.publish(old, of: day) == .written)
        #expect(try scratch.names() == ["of", "of/2026"] + ["", "/a.csv", "/b.md"].map { "of/2026/2026-03-02" + $0 })
        #expect(scratch.text("reports/of/2026/2026-03-02/a.csv") == "old a")
    }

    @Test("A report takes the place of the old one whole")
    func replaced() throws {
        try folder.publish(old, of: day)
        #expect(try folder.publish(new, of: day) == .written)
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/c.json"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "new a")
    }

    @Test("The same bytes are not written again")
    func unchanged() throws {
        try folder.publish(old, of: day)
        let before = try ["reports", "reports/2026-03-02", "reports/2026-03-02/a.csv"].map(scratch.identity)
        #expect(try folder.publish(old, of: day) == .unchanged)
        #expect(try ["reports", "reports/2026-03-02", "reports/2026-03-02/a.csv"].map(scratch.identity) == before)
    }

    @Test("A byte, a file less or a file more makes it another report", arguments: ["a.csv", "b.md", "stray"])
    func changed(file: String) throws {
        try folder.publish(old, of: day)
        try scratch.write("old", to: "reports/2026-03-02/" + file)
        #expect(try folder.publish(old, of: day) == .written)
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/b.md"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "old a")
    }

    @Test("A large file is written to the last byte")
    func large() throws {
        let bytes = (0..<3_000_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try folder.publish([ReportFile(name: "a.csv", bytes: bytes)], of: day)
        #expect(Disk.read(scratch.reports + "/2026-03-02/a.csv") == bytes)
    }

    @Test("A failed write leaves the old report untouched and nothing else behind")
    func failedWrite() throws {
        try folder.publish(old, of: day)
        let before = try scratch.identity("reports/2026-03-02")
        // The second file cannot be made: its name is longer than any file system takes.
        let files = [new[0], ReportFile(name: String(repeating: "x", count: 300), text: "")]
        let error = #expect(throws: ReportError.self) { try folder.publish(files, of: day) }
        #expect(error?.kind == .cannotCreate)
        #expect(error?.path == scratch.reports + "/2026-03-02")
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/b.md"])
        #expect(try scratch.identity("reports/2026-03-02") == before)
    }

    @Test("A swap that fails leaves the old report untouched and nothing else behind")
    func failedSwap() throws {
        try folder.publish(old, of: day)
        let failing = ReportFolder(path: scratch.reports) { _, _ in EIO }
        let error = #expect(throws: ReportError.self) { try failing.publish(new, of: day) }
        #expect(error?.kind == .io)
        #expect(error?.path == scratch.reports + "/2026-03-02")
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/b.md"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "old a")
    }

    @Test(
        "A file system that cannot swap gets the new report all the same", arguments: [EINVAL, ENOSYS, ENOTSUP, EXDEV])
    func withoutSwap(code: CInt) throws {
        try folder.publish(old, of: day)
        let plain = ReportFolder(path: scratch.reports) { _, _ in code }
        #expect(try plain.publish(new, of: day) == .written)
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/c.json"])
    }

    @Test("Where the new report cannot take its place after all, the old one comes back", arguments: [EINVAL, EXDEV])
    func comesBack(code: CInt) throws {
        try folder.publish(old, of: day)
        let spiteful = ReportFolder(path: scratch.reports) { new, _ in
            Disk.remove(new)
            return code
        }
        #expect(throws: ReportError.self) { try spiteful.publish(new, of: day) }
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/b.md"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "old a")
    }

    // Root reads every file.
    @Test("An old report that cannot be read is not copied aside in part", .enabled(if: geteuid() != 0))
    func unreadableOld() throws {
        try folder.publish(old, of: day)
        try #require(chmod(scratch.reports + "/2026-03-02/b.md", 0) == 0)
        let copying = ReportFolder(path: scratch.reports) { _, _ in EXDEV }
        let error = #expect(throws: ReportError.self) { try copying.publish(new, of: day) }
        #expect(error?.kind == .permission)
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/b.md"])
        #expect(scratch.text("reports/2026-03-02/a.csv") == "old a")
    }

    @Test("A reader never finds the day missing while it is replaced", .enabled(if: PublishTests.canSwap()))
    func alwaysThere() async throws {
        try folder.publish(old, of: day)
        let file = scratch.reports + "/2026-03-02/a.csv"
        let reader = Task.detached {
            var found: Set<String> = []
            while !Task.isCancelled {
                found.insert(Disk.read(file).map { String(decoding: $0, as: UTF8.self) } ?? "missing")
            }
            return found
        }
        for turn in 1...200 { try folder.publish(turn % 2 == 0 ? old : new, of: day) }
        reader.cancel()
        #expect(await reader.value.isSubset(of: ["old a", "new a"]))
    }

    /// Whether the file system of the tests can swap two names.
    private static func canSwap() -> Bool {
        guard let scratch = try? Scratch(), (try? scratch.make("a")) != nil, (try? scratch.make("b")) != nil
        else { return false }
        return ReportFolder(path: scratch.path).exchange(scratch.path + "/a", scratch.path + "/b") == 0
    }

    @Test("What is no folder is not deleted for a report", arguments: ["file", "link to a folder", "link to nothing"])
    func inTheWay(what: String) throws {
        try scratch.make("reports")
        try scratch.write("kept", to: "elsewhere/ranking.csv")
        switch what {
        case "file": try scratch.write("kept", to: "reports/2026-03-02")
        case "link to a folder": try scratch.link("reports/2026-03-02", to: "../elsewhere")
        default: try scratch.link("reports/2026-03-02", to: "nowhere")
        }
        let before = try scratch.identity("reports/2026-03-02")
        let error = #expect(throws: ReportError.self) { try folder.publish(new, of: day) }
        #expect(error?.kind == .cannotCreate)
        #expect(error?.description.contains("move it away") == true)
        #expect(try scratch.identity("reports/2026-03-02") == before)
        #expect(try scratch.names("elsewhere") == ["ranking.csv"])
    }

    @Test("A file where the report folder belongs is an error that names it")
    func rootIsAFile() throws {
        try scratch.write("kept", to: "reports")
        for attempt in [{ try folder.prepare() }, { try folder.publish(new, of: day) }] as [() throws -> Void] {
            let error = #expect(throws: ReportError.self) { try attempt() }
            #expect(error?.kind == .cannotCreate)
            #expect(error?.path == scratch.reports)
        }
        #expect(scratch.text("reports") == "kept")
    }

    @Test("The report folder itself may be a link")
    func rootIsALink() throws {
        try scratch.make("disk")
        try scratch.link("reports", to: "disk")
        try folder.prepare()
        try folder.publish(new, of: day)
        #expect(scratch.text("disk/2026-03-02/a.csv") == "new a")
    }

    @Test("Whatever a day's folder held goes with it, and links in it are not followed")
    func removesTrees() throws {
        try scratch.write("kept", to: "elsewhere/kept")
        try scratch.write("x", to: "reports/2026-03-02/deep/er/file")
        try scratch.link("reports/2026-03-02/deep/link", to: "../../../elsewhere")
        let latin1 = scratch.reports + "/2026-03-02/"
        let name = latin1.utf8CString.dropLast() + [CChar(bitPattern: 0xE9), 0]
        let file = name.withUnsafeBufferPointer { path in path.baseAddress.map { creat($0, 0o600) } ?? -1 }
        try #require(file >= 0)
        close(file)
        try folder.publish(new, of: day)
        #expect(try scratch.names() == ["2026-03-02", "2026-03-02/a.csv", "2026-03-02/c.json"])
        #expect(scratch.text("elsewhere/kept") == "kept")
    }
}
