import NightlyRun

/// What the help and the manual say beside the options.
///
/// A line that begins with spaces stays a line in both; others are filled.
enum ManualText {
    static let program = """
        EXAMPLES
          accessrank init access.log-*.gz --output site.yaml
              writes a first profile; look at it before you trust it
          accessrank process --profile site.yaml
              adds the logs that the profile names, and writes reports
          accessrank rank 2026-03-02 --profile site.yaml
              prints the ranking of a day

        Files, environment and exit status are told with process.
        """

    static let process = """
        Without LOG, the logs of the profile are read. Success is silent, but on a terminal.

        FILES
          site.yaml          the profile: what an article is, and more
          accessrank.sqlite  the history, beside the profile
          reports/           a folder for each day, and index.md

        ENVIRONMENT
          TZ                 the zone, where the profile names none
          TMPDIR             for standard input that is read twice
          LC_ALL, LC_CTYPE, LANG
                             no UTF-8 in them: terminals get ASCII
          TERM               dumb or not set: no line of progress

        EXIT STATUS
        \(exitStatuses)
        """

    /// A line for each.
    private static let exitStatuses = ExitStatus.allCases.map { status in
        "  \(status.rawValue < 10 ? " " : "")\(status.rawValue)  \(status.meaning)"
    }.joined(separator: "\n")
}
