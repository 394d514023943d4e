import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// `accessrank resolve`: the way of a request target to its article, step by step, or why it is none.
public enum ResolveReport {
    /// The text, or the exit status where the profile cannot be used (its error is on standard error then).
    public static func text(target: String, profile path: String?) -> Result<String, ExitFailure> {
        CommandAnswer.make { () throws(RunError) in
            let profile = try SiteSettings.profile(at: path)
            return text(Array(target.utf8), profile.articleRules, profile.exclusions)
        }
    }

    private static func text(_ target: [UInt8], _ rules: ArticleRules, _ exclusions: Exclusions) -> String {
        let resolution = rules.resolve(target: target)
        let width = resolution.steps.map(\.stage.name.count).max() ?? 0
        func line(_ name: String, _ bytes: [UInt8], _ remark: String) -> String {
            let padding = String(repeating: " ", count: max(0, max(width, longestLabel) - name.count))
            let value = bytes.isEmpty ? "(none)" : ShownText.of(ByteString(bytes))
            return "\(name)\(padding)  \(value)\(remark.isEmpty ? "" : "    \(remark)")\n"
        }
        var text = line("target", target, "")
        for step in resolution.steps {
            text += line(step.stage.name, step.after, step.changed ? step.stage.sentence : "unchanged")
        }
        switch resolution.verdict {
        case .otherPage(let reason): text += "not an article: \(reason)\n"
        case .article(let article):
            text += line("article", article.key, "")
            text += line("path", article.path, "")
            text += line("section", article.section ?? [], "")
            if exclusions.excludes(article: article) {
                text += "excluded: the profile's exclude.paths or exclude.articles names it\n"
            }
        }
        return text
    }

    private static let longestLabel = "dot segments".count
}
