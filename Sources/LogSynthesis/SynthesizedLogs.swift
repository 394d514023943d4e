/// Logs in memory, with the truth about them: for tests and small samples.
public struct SynthesizedLogs: Equatable, Sendable {
    public struct File: Equatable, Sendable {
        /// The name that the file has on disk, `access-2026-03-01.log.gz`.
        public var name: String
        /// The plain lines, not compressed.
        public var bytes: [UInt8]
    }

    /// One file per day and server, days first.
    public var files: [File]
    public var truth: Truth
    /// `news-sitemap.xml`
    public var sitemap: String
    /// `site.yaml`
    public var profile: String
}
