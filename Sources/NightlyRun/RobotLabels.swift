import Reporting
import ViewCounting

/// The robot lists that judged, as one text: what the history keeps of them with each source.
struct RobotLabels {
    let labels: [RobotListLabel]

    private static let separator = ", "

    init(_ lists: [RobotList]) {
        labels = lists.map { RobotListLabel(name: $0.name, version: $0.version) }
    }

    /// - Parameter texts: Of the sources of a day; a list that several name is one.
    init(texts: [String]) {
        var labels: [RobotListLabel] = []
        for label in texts.flatMap({ $0.split(separator: RobotLabels.separator) }) {
            let words = label.split(separator: " ", maxSplits: 1).map(String.init)
            let read = RobotListLabel(name: words.first ?? "", version: words.dropFirst().first ?? "")
            if !labels.contains(read) { labels.append(read) }
        }
        self.labels = labels
    }

    /// `builtin 2, other 2026-01-01`
    var text: String { labels.map { "\($0.name) \($0.version)" }.joined(separator: RobotLabels.separator) }
}
