import LogReading
import Testing

@Suite("Why a log cannot be read")
struct LogReadErrorTests {
    @Test("A message is one line that names the log")
    func oneLine() {
        let errors: [LogReadError] = [
            .unopenable(name: "a.log", reason: "Permission denied"), .io(name: "a.log", offset: 7, reason: "I/O error"),
            .damaged(name: "a.log", offset: 7, .cut, goodBytes: 0),
            .damaged(name: "a.log", offset: 7, .wrongChecksum, goodBytes: 0),
            .damaged(name: "a.log", offset: 7, .invalidData, goodBytes: 0), .changed(name: "a.log"),
        ]
        for error in errors + LogReadError.Compression.allCases.map({ .otherCompression(name: "a.log", $0) }) {
            #expect(error.description.hasPrefix("a.log: "))
            #expect(!error.description.contains("\n"))
        }
        #expect(Set(errors.map(\.description)).count == errors.count)
    }

    @Test("Another compression is named, with a command whose output can be read")
    func remedy() {
        for compression in LogReadError.Compression.allCases {
            let message = LogReadError.otherCompression(name: "a.log", compression).description
            #expect(message.contains("is \(compression.rawValue),"))
            #expect(message.contains("\(compression.remedy) a.log | accessrank process -"))
        }
    }
}
