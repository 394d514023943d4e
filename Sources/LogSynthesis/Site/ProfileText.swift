/// The site's profile, `site.yaml`: with it, and with no list of robots, a count has to find the truth.
enum ProfileText {
    static func text(of site: SiteModel) -> String {
        """
        # Written by loggen: the profile by which truth.json is true.
        site: \(SiteModel.name)
        url: \(SiteModel.address)
        timezone: \(site.options.timezone)
        format: combined
        logs: ["access-*.log.gz"]
        articles:
          - "/{section}/{subsection}/{date}-{id}"
          - "/{section}/{date}-{id}"
          - "/{section}/stories/{slug}"
        exclude:
          clients: ["10.0.0.0/8"]
          agents: ["UptimeCheck"]
          paths: ["/*/preview/**"]
        robots:
          lists: []
          also: [\(quoted(RobotAgents.tokens))]
          people: [\(quoted(PeopleAgents.people))]

        """
    }

    private static func quoted(_ words: [String]) -> String {
        words.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
