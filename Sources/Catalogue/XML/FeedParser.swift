import Foundation
import FoundationXML

/// Reads sitemaps, sitemap indexes, RSS, RDF and Atom with the SAX parser of FoundationXML.
///
/// The parser goes on behind an error and drops entities that a file declares; this one stops at the first error, and
/// does not begin a file with declarations of its own. It loads nothing that a file names.
final class FeedParser: NSObject {
    private let content: FileContent
    private let collector: EntryCollector
    private var scope = NamespaceScope()
    /// The scopes to go back to, with the depth of the element that left each.
    private var outerScopes: [(depth: Int, scope: NamespaceScope)] = []
    /// The elements that are open, outermost first.
    private var open: [FeedElement] = []
    private var builder: EntryBuilder?
    private var field: EntryBuilder.Field?
    /// The number of open elements where the field's text ends.
    private var fieldDepth = 0
    private var text: [UInt8] = []
    private var locations: [IndexedLocation] = []
    private var unknownEntity: String?
    private var hasRoot = false
    private var isOver = false

    init(_ content: FileContent, collector: EntryCollector) {
        self.content = content
        self.collector = collector
    }

    /// Hands the entries to the collector and gives the locations that an index names.
    func parse() -> [IndexedLocation] {
        if let place = Prolog.declarations(in: content.bytes) {
            let defect = TextDefect(behind: content.bytes[..<place], phrase: "", remedy: "")
            stop(
                "declares entities or elements of its own, which are never read; no headline was taken",
                line: defect.line, column: defect.column, remedy: "write it without a document type")
            return []
        }
        // In pieces: of one piece of more than ten megabytes the parser says that it is too large, after reading it.
        let parser = XMLParser(stream: InputStream(data: Data(content.bytes)))
        parser.delegate = self
        parser.externalEntityResolvingPolicy = .never
        _ = parser.parse()
        if !isOver, let defect = content.defect { stop(at: defect) }
        // The parser says nothing of fewer than four bytes.
        if !isOver, !hasRoot || !open.isEmpty {
            stop("is not well-formed XML (it ends inside an element)", parser)
        }
        collector.endFile()
        return locations
    }

    private func stop(_ problem: String, line: Int?, column: Int?, remedy: String) {
        isOver = true
        collector.note(problem, line: line, column: column, remedy: remedy, isFatal: true)
    }

    private func stop(_ problem: String, _ parser: XMLParser, remedy: String = "fetch it again") {
        if let defect = content.defect, parser.lineNumber >= defect.line { return stop(at: defect) }
        stop(
            "\(problem); \(collector.takenBefore)", line: parser.lineNumber, column: parser.columnNumber,
            remedy: remedy)
        parser.abortParsing()
    }

    private func stop(at defect: TextDefect) {
        stop(
            "\(defect.phrase); \(collector.takenBefore)", line: defect.line, column: defect.column,
            remedy: defect.remedy)
    }

    private func begin(_ element: FeedElement, named name: String, _ parser: XMLParser) {
        hasRoot = true
        switch element {
        case .urlset, .sitemapIndex, .rss, .rdf, .feed: break
        case .html:
            stop("is a web page, no feed", parser, remedy: "fetch the feed or the sitemap that the page points to")
        default:
            stop(
                "is no feed: its outermost element is \(Quotation.shortened(name))", parser,
                remedy: "name a sitemap, an RSS or Atom feed, or a CSV file")
        }
    }

    private func endField(_ field: EntryBuilder.Field, _ parser: XMLParser) {
        let string = String(decoding: text, as: UTF8.self)
        if field == .indexedLocation {
            let location = HeadlineText.trimmed(string)
            if !location.isEmpty { locations.append(IndexedLocation(text: String(location), line: parser.lineNumber)) }
        } else {
            builder?.take(string, as: field)
        }
        self.field = nil
    }
}

extension FeedParser: XMLParserDelegate {
    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard !isOver else { return }
        if !attributes.isEmpty, let inner = scope.declaring(attributes) {
            outerScopes.append((open.count, scope))
            scope = inner
        }
        let element = scope.element(name)
        let parent = open.last
        if parent == nil { begin(element, named: name, parser) }
        open.append(element)
        guard field == nil, element != .other else { return }
        if EntryBuilder.beginsEntry(element, in: parent) { builder = EntryBuilder() }
        if builder != nil {
            field = builder?.field(element, in: parent, attributes)
        } else if element == .location, parent == .sitemap {
            field = .indexedLocation
        }
        if field != nil {
            fieldDepth = open.count
            text.removeAll(keepingCapacity: true)
        }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard !isOver, let element = open.last else { return }
        if let field, open.count == fieldDepth { endField(field, parser) }
        open.removeLast()
        if let outer = outerScopes.last, outer.depth == open.count {
            scope = outer.scope
            outerScopes.removeLast()
        }
        if let builder, EntryBuilder.beginsEntry(element, in: open.last) {
            collector.add(builder.finished(line: parser.lineNumber))
            self.builder = nil
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if field != nil { text.append(contentsOf: string.utf8) }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        if field != nil { text.append(contentsOf: block) }
    }

    /// The parser knows no entity of this name. It would leave it out of the text without a word.
    func parser(_ parser: XMLParser, resolveExternalEntityName name: String, systemID: String?) -> Data? {
        guard !isOver else { return nil }
        stop(
            "is not well-formed XML (the entity &\(Quotation.shortened(name)); is not defined)", parser,
            remedy: "write the character itself, and fetch it again")
        return nil
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
        let code = (error as NSError).code
        guard !isOver, !XMLDefect.warnings.contains(code) else { return }
        stop("is not well-formed XML (\(XMLDefect.phrase(of: code, hasEnded: hasRoot && open.isEmpty)))", parser)
    }
}
