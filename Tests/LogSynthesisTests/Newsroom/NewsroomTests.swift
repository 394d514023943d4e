import Testing

@testable import LogSynthesis

@Suite struct NewsroomTests {
    @Test("Keys are different, and paths are canonical", arguments: Sample.seeds)
    func keys(seed: UInt64) throws {
        let articles = try Sample.site(Sample.options(articles: 3000, seed: seed)).newsroom.articles
        #expect(Set(articles.map(\.key)).count == articles.count)
        #expect(Set(articles.flatMap(\.places).map(\.path)).count == articles.flatMap(\.places).count)
        for path in articles.flatMap(\.places).map({ String(decoding: $0.path, as: UTF8.self) }) {
            #expect(path.wholeMatch(of: #/(/([a-z0-9-]|%[89A-F][0-9A-F])+){2,3}/#) != nil, "\(path)")
        }
    }

    @Test(
        "The site has old and new articles, moved ones, stories, and paths that are not ASCII", arguments: Sample.seeds)
    func variety(seed: UInt64) throws {
        let site = try Sample.site(Sample.options(articles: 3000, seed: seed))
        let articles = site.newsroom.articles
        #expect(articles.contains { $0.published < site.clock.start })
        #expect(articles.contains { site.clock.days[1].contains($0.published) })
        #expect(articles.allSatisfy { $0.published < site.clock.end })
        #expect(articles.contains { $0.places.count == 2 && $0.places[0].section != $0.places[1].section })
        #expect(articles.contains { $0.preview == nil && $0.key.contains(UInt8(ascii: "%")) })
        #expect(articles.contains { $0.places[0].section.first == UInt8(ascii: "%") })
    }

    @Test("Interest bursts after publication and fades; nobody reads what is not out")
    func popularity() throws {
        let site = try Sample.site(Sample.options(articles: 400))
        let day = site.clock.days[1]
        let popularity = Popularity(of: site.newsroom.articles, in: day)
        var random = SeededRandom(seed: 1)
        var ages: [Int] = []
        for second in stride(from: day.lowerBound, to: day.upperBound, by: 10) {
            ages.append(second - site.newsroom.articles[popularity.draw(at: second, &random)].published)
        }
        #expect(ages.allSatisfy { $0 >= 0 })
        #expect(ages.filter { $0 < 86_400 }.count > ages.count / 2)
    }

    @Test(
        "A title's slug is lower case, digits, hyphens and other scripts",
        arguments: [
            ("\"Slow streets\" & parks", "-slow-streets-parks"), ("Fête d'été à l'île", "fête-d-été-à-l-île"),
            ("市議会、夏祭りを発表", "市議会、夏祭りを発表"), ("Œuvre", "œuvre"),
        ])
    func slugs(title: String, slug: String) {
        #expect(Headline.slug(of: title) == slug)
    }
}
