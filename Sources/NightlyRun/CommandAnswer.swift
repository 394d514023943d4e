import Reporting

/// What a command answers goes to standard output, whole: to a pipe or a file as it is, to a terminal as it can show it.
public enum CommandAnswer {
    /// A failure has been told on standard error then.
    public static func write(_ answer: [UInt8]) -> Result<Void, ExitFailure> {
        do throws(ReportError) {
            return .success(try OutputFile.writeToStandardOutput(shown(answer)))
        } catch {
            Console(isQuiet: false).error("\(error)")
            return .failure(ExitFailure(status: error.kind.status))
        }
    }

    /// What is made, or the exit status of an error, which has been told on standard error then.
    static func make<Answer>(_ body: () throws(RunError) -> Answer) -> Result<Answer, ExitFailure> {
        do throws(RunError) {
            return .success(try body())
        } catch {
            Console(isQuiet: false).error(error.message)
            return .failure(ExitFailure(status: error.status))
        }
    }

    /// Writes an answer while it is made, in pieces that are never kept together.
    static func pieces(
        _ body: (_ put: ([UInt8]) throws(RunError) -> Void) throws(RunError) -> Void
    ) -> Result<Void, ExitFailure> {
        make { () throws(RunError) in
            try body { piece throws(RunError) in
                guard !piece.isEmpty else { return }
                do throws(ReportError) { try OutputFile.writeToStandardOutput(shown(piece)) } catch {
                    throw RunError(error)
                }
            }
        }
    }

    private static func shown(_ answer: [UInt8]) -> [UInt8] {
        guard Terminal.standardOutput.needsASCII else { return answer }
        return Array(ASCIIText.of(String(decoding: answer, as: UTF8.self)).utf8)
    }
}

/// A command that failed and has said why.
public struct ExitFailure: Error {
    public let status: ExitStatus
}
