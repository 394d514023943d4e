import Foundation
import LogReading

/// The way through a file, and through the files that a sitemap index names.
struct FileWalk {
    private let collector: EntryCollector
    /// The files that were begun, by their real paths: none is read twice.
    private var begun: Set<String> = []
    /// The indexes that the file at hand is named by, outermost first, by their real paths.
    private var indexes: [String] = []

    /// Indexes in indexes. The protocol allows none; some sites have one.
    static let maximumDepth = 3

    init(collector: EntryCollector) {
        self.collector = collector
    }

    mutating func read(_ path: String) {
        let real = Self.realPath(path)
        guard begun.insert(real).inserted else { return }
        collector.beginFile(path)
        let content: FileContent
        do {
            content = try FileContent(reading: path)
        } catch {
            return collector.note(error)
        }
        let named = parse(content)
        guard !named.isEmpty else { return }
        guard indexes.count < Self.maximumDepth else {
            return collector.note(
                "is an index that an index names, \(Self.maximumDepth) deep; its files were not read",
                remedy: "name the sitemaps themselves", isFatal: true)
        }
        indexes.append(real)
        for location in named { follow(location, from: path) }
        indexes.removeLast()
    }

    /// Hands the entries to the collector and gives the locations that an index names.
    private func parse(_ content: FileContent) -> [IndexedLocation] {
        switch content.kind {
        case .nothing:
            collector.note("is empty; no headline was taken", remedy: "fetch it again", isFatal: true)
        case .page:
            collector.note(
                "is a web page, no feed; no headline was taken",
                remedy: "fetch the feed or the sitemap that the page points to", isFatal: true)
        case .xml:
            return FeedParser(content, collector: collector).parse()
        case .lines:
            CSVCatalogue(content, collector: collector).read()
        }
        return []
    }

    private mutating func follow(_ location: IndexedLocation, from index: String) {
        guard let path = location.file(beside: index) else {
            collector.beginFile(index)
            return collector.note(
                "the index names \(location.shown), and there is no \(location.shownFile) beside it",
                line: location.line,
                remedy: "fetch that one too", isFatal: false)
        }
        if indexes.contains(Self.realPath(path)) {
            collector.beginFile(index)
            return collector.note(
                "the index names \(location.shown), which is an index that leads here", line: location.line,
                remedy: "fetch the sitemaps that it stands for", isFatal: false)
        }
        read(path)
    }

    private static func realPath(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
}
