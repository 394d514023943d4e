import ArticleRanking
import ViewCounting

extension WindowState {
    /// As of a day: `partial` too where a day that the window reaches into is not known at all.
    var text: String {
        let words =
            (isReached && missing.isEmpty ? [] : ["partial"]) + (incomplete.isEmpty ? [] : ["incomplete"])
        return words.isEmpty ? "complete" : words.joined(separator: ", ")
    }

    var sentences: String {
        let open = "**PARTIAL:** the logs do not reach the end of this window yet; views may still come and ranks move."
        let days = DayStates(missing: missing, partial: [], incomplete: incomplete).sentences
        let all = (isReached ? [] : [open]) + days
        return all.isEmpty ? "Complete: the logs go on past the end of this window." : all.joined(separator: "\n\n")
    }
}
