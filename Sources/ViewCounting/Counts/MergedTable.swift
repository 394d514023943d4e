import LogReading

/// One numbering of articles and pages for all workers.
struct MergedTable {
    private(set) var table = PageTable()
    /// For each worker, by its own number of a page: the merged one.
    private(set) var pageNumbers: [[UInt32]] = []
    /// For each worker, by its own number of a page: the merged number of the article.
    private(set) var articleNumbers: [[UInt32]] = []

    init(_ workers: [WorkerCounts]) {
        for worker in workers {
            let articles = worker.table.articles.map { table.articleNumber(of: $0) }
            articleNumbers.append(worker.table.pages.map { articles[Int($0.article)] })
            pageNumbers.append(
                worker.table.pages.map { page in
                    table.pageNumber(
                        of: Page(article: articles[Int(page.article)], path: page.path, section: page.section))
                })
        }
    }
}
