import LogReading

/// One numbering of articles and pages for all workers.
struct MergedTable {
    private(set) var table = PageTable()
    /// For each worker, by its own number of an article or page: the merged one.
    private(set) var articleNumbers: [[UInt32]] = []
    private(set) var pageNumbers: [[UInt32]] = []

    init(_ workers: [WorkerCounts]) {
        for worker in workers {
            let articles = worker.table.articles.map { table.articleNumber(of: $0) }
            articleNumbers.append(articles)
            pageNumbers.append(
                worker.table.pages.map { page in
                    table.pageNumber(
                        of: Page(article: articles[Int(page.article)], path: page.path, section: page.section))
                })
        }
    }
}
