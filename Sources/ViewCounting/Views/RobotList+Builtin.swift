extension RobotList {
    /// The list that ships with accessrank.
    ///
    /// Made for this project from what is commonly known of the agents that robots send; `docs/robots.md` says how it was
    /// made and measured, and `docs/robot-list.tsv` holds its entries for other programs. Entries of one robot come before
    /// the signs that robots share, so that the reason given is the most telling one. Not promised: that every robot says
    /// what it is. One that copies a browser's agent is counted as a person.
    public static let builtin = RobotList(
        name: "builtin", version: "2",
        entries: [
            searchEngines,
            modelCrawlers,
            previewFetchers,
            feedReaders,
            monitors,
            siteTools,
            archives,
            scanners,
            headlessBrowsers,
            libraries,
            signs,
            addresses,
            nameless,
        ].flatMap(\.self))
}
