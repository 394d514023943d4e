import Foundation
import TestSupport
import Testing
import ViewCounting

@Suite("Shapes of paths")
struct PathShapeTests {
    @Test("A path has the shape of the table", arguments: try Table.load("shapes", from: .module))
    func table(row: Table.Row) {
        #expect(PathShape.of(path: row.bytes("path")) == row.text("shape"))
    }

    @Test("A shape is short and printable, whatever the path", arguments: 0..<20)
    func bounded(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let path = Array("/".utf8) + generator.row(of: Array("/-._%aB1é".utf8), upTo: 300)
            let shape = PathShape.of(path: path)
            #expect(shape.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
            #expect(shape.hasPrefix("/"))
        }
    }
}
