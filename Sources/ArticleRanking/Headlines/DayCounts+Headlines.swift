public import ViewCounting

extension DayCounts {
    /// The counts by the sections that the newsroom names; an article of which it names none stays in its path's.
    public func inSections(of headlines: Headlines) -> DayCounts {
        if headlines.isEmpty { return self }
        var counts = self
        for index in counts.articles.indices {
            if let section = headlines[counts.articles[index].key]?.section { counts.articles[index].section = section }
        }
        return counts
    }
}
