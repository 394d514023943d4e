import Foundation
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
        // What a child has between fork and exec: the descriptors of its parent.
        var children: [CInt] = []
        defer { for child in children { close(child) } }
        try folder.whileLocked {
            let lock = URL(fileURLWithPath: scratch.reports).resolvingSymlinksInPath().path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
            for name in names {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
                if children.isEmpty, let file = CInt(name), target == lock { children.append(dup(file)) }
            }
        }
        #expect(children.count == 1)
        try folder.whileLocked {}
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
