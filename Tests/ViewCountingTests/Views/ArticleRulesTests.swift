import Foundation
import LogReading
import TestSupport
import Testing

@testable import ViewCounting

@Suite("Articles")
struct ArticleRulesTests {
    @Test("A target is the article of the table", arguments: try Table.load("articles", from: .module))
    func table(row: Table.Row) throws {
        let rules = ArticleRules(
            patterns: try row.words("patterns").map { try PathPattern($0) }, identityQuery: row.words("identity_query"))
        switch rules.judge(target: row.bytes("target")) {
        case .article(let address):
            #expect(shown(address.key) == row.text("key"))
            #expect(shown(address.path) == row.text("path"))
            #expect(address.section.map(shown) ?? "-" == row.text("section"))
        case .otherPage:
            #expect(row.text("key") == "other-page")
        }
    }

    @Test("The steps of a resolution follow from each other and end at the verdict", arguments: 0..<20)
    func resolution(seed: UInt64) throws {
        let rules = [
            ArticleRules(), ArticleRules(identityQuery: ["id"]),
            ArticleRules(patterns: [try PathPattern("/{section}/**/{date}-{id}"), try PathPattern("/**/{slug}")]),
        ]
        for target in RandomTargets(seed: seed).prefix(200) {
            for rules in rules {
                let resolution = rules.resolve(target: target)
                #expect(resolution.verdict == rules.judge(target: target))
                #expect(resolution.steps.first?.before == target)
                let toThePath = resolution.steps.prefix { if case .section = $0.stage { false } else { true } }
                for (step, next) in zip(toThePath, toThePath.dropFirst()) {
                    #expect(step.after == next.before, "\(shown(target)), \(next.stage.name)")
                }
                guard case .article(let address) = resolution.verdict else { continue }
                #expect(toThePath.last?.after == address.key)
                #expect(resolution.steps.last?.before == address.path)
            }
        }
    }

    @Test("An article names the first pattern that fits its path", arguments: 0..<20)
    func fittingPattern(seed: UInt64) throws {
        let patterns = try ["/a/{id}", "/**/{date}", "/{section}", "/{slug}b/**", "/"].map { try PathPattern($0) }
        let rules = ArticleRules(patterns: patterns)
        for target in RandomTargets(seed: seed).prefix(500) {
            #expect(ArticleRules().judge(target: target).article?.pattern == nil)
            guard let address = rules.judge(target: target).article else { continue }
            #expect(address.pattern == patterns.firstIndex { $0.match(path: address.path) != nil }, "\(shown(target))")
        }
    }

    @Test("A page that is lent is that of the article's address", arguments: 0..<20)
    func lentPage(seed: UInt64) throws {
        let lists = [
            [], ["/**/{date}-{id}", "/{slug}"], ["/{id}-{date}"], ["/**/{date}{id}"],
            ["/{section}/**/{date}a{id}", "/**/{id}"],
        ]
        for rules in try lists.map({ ArticleRules(patterns: try $0.map { try PathPattern($0) }) }) {
            var reader = PathReader()
            for target in RandomTargets(seed: seed).prefix(400) {
                let lent = target.withByteView { target in
                    reader.path(of: target).flatMap { path in
                        rules.article(at: path)?.withPage(of: path) {
                            [$0.key.bytes, $0.path.bytes, $0.section?.bytes]
                        }
                    }
                }
                let address = rules.judge(target: target).article
                #expect(lent == address.map { [$0.key, $0.path, $0.section] }, "\(shown(target))")
            }
        }
    }

    @Test("What is no article says why")
    func reasons() throws {
        let open = ArticleRules()
        #expect(open.judge(target: Array("*".utf8)) == .otherPage(.noPath))
        #expect(open.judge(target: Array("/amp".utf8)) == .otherPage(.siteFile(path: Array("/".utf8))))
        for path in ["/robots.txt", "/favicon.ico"].map({ Array($0.utf8) }) {
            #expect(open.judge(target: path) == .otherPage(.siteFile(path: path)))
        }
        let style = OtherPageReason.asset(path: Array("/a.CSS".utf8), ending: Array("css".utf8))
        #expect(open.judge(target: Array("/a.CSS?v".utf8)) == .otherPage(style))
        let strict = ArticleRules(patterns: [try PathPattern("/{date}")])
        #expect(strict.judge(target: Array("/x/".utf8)) == .otherPage(.noPatternFits(path: Array("/x".utf8))))
    }

    @Test("Only kept names and keys that are whole paths make the query matter")
    func dependsOnQuery() throws {
        let byID = try PathPattern("/{id}")
        let byPath = try PathPattern("/x/{slug}")
        #expect(!ArticleRules().dependsOnQuery)
        #expect(!ArticleRules(patterns: [byPath]).dependsOnQuery)
        #expect(ArticleRules(identityQuery: ["id"]).dependsOnQuery)
        #expect(!ArticleRules(patterns: [byID], identityQuery: ["id"]).dependsOnQuery)
        #expect(ArticleRules(patterns: [byID, byPath], identityQuery: ["id"]).dependsOnQuery)
    }

    @Test("Where the query does not matter, cutting it off changes no verdict", arguments: 0..<20)
    func queryDoesNotMatter(seed: UInt64) throws {
        let rules = ArticleRules(patterns: [try PathPattern("/{section}/**/{id}")], identityQuery: ["id"])
        for target in RandomTargets(seed: seed).prefix(200) {
            let path = Array(target.prefix { $0 != .questionMark })
            #expect(rules.judge(target: path) == rules.judge(target: target), "\(shown(target))")
        }
    }

    @Test("Random bytes never trap", arguments: 0..<20)
    func randomBytes(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let rules = ArticleRules(patterns: [try PathPattern("/**/{slug}-{id}*")], identityQuery: ["", "a"])
        for _ in 0..<500 {
            let target = generator.row(of: Array(UInt8.min...UInt8.max), upTo: 40)
            let path = Array("/".utf8) + target
            _ = rules.resolve(target: target)
            _ = rules.resolve(target: path)
            _ = ArticleRules().judge(target: path)
            _ = PathShape.of(path: path)
        }
    }
}

extension TargetVerdict {
    fileprivate var article: ArticleAddress? {
        if case .article(let address) = self { address } else { nil }
    }
}
