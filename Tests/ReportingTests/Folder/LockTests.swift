import TestSupport
import Testing

@testable import Reporting

@Suite("Lock of a report folder")
struct LockTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("Two runs never write at once: the second is told at once that the first is at it")
    func busy() throws {
        let folder = ReportFolder(path: scratch.reports)
        _ = try folder.whileLocked { () throws(ReportError) in
            #expect(throws: ReportError(busy: scratch.reports)) {
                try ReportFolder(path: scratch.reports).whileLocked {}
            }
        }
    }

    @Test("The lock is given back although a child of this process has not let go of the folder yet")
    func heldByAChild() throws {
        let folder = ReportFolder(path: scratch.reports)
        var child: InheritedDescriptors?
        try folder.whileLocked { child = try? InheritedDescriptors(of: scratch.reports) }
        #expect(child?.count == 1)
        try withExtendedLifetime(child) { try folder.whileLocked {} }
    }

    @Test("The lock is given back, after a failure too, and leaves nothing in the folder")
    func givenBack() throws {
        let folder = ReportFolder(path: scratch.reports)
        let failure = ReportError(kind: .io, path: "x", reason: "y", remedy: "z")
        #expect(throws: failure) { try folder.whileLocked { () throws(ReportError) in throw failure } }
        try folder.whileLocked {}
        #expect(try scratch.names().isEmpty)
    }
}
