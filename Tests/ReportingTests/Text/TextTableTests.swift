import Testing

@testable import Reporting

@Suite("Aligned columns")
struct TextTableTests {
    @Test("Numbers stand to the right, texts to the left, and no line ends in a space")
    func aligned() {
        let table = TextTable(
            columns: [("Name", .left), ("Lines", .right), ("Note", .left)],
            rows: [["a", "1,204", "x"], ["日本語", "7", ""]])
        #expect(table.text == "Name    Lines  Note\na       1,204  x\n日本語      7\n")
    }
}
