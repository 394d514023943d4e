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

    @Test(
        "A wide character takes two places",
        arguments: [
            ("", 0), ("abc", 3), ("日本", 4), ("한글", 4), ("ｱ", 1), ("＝", 2), ("é", 1), ("e\u{301}", 1), ("👩\u{200D}🚒", 2),
            ("ไทย", 3), ("–", 1),
        ])
    func width(text: String, places: Int) {
        #expect(TextTable.width(of: text) == places)
    }
}
