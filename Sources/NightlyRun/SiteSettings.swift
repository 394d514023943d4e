import Foundation
import LogReading
import SiteProfile
import ViewCounting

/// What holds for a run: the profile, with what the command line says in its place.
struct SiteSettings {
    let profile: Profile
    let calendar: SiteCalendar
    /// The start of the run, seconds since 1970 UTC.
    let now: Int64
    /// Nil where each log shows its own.
    let layout: LogLayout?
    let reports: String
    /// The file of the history; nil for none.
    let history: String?
    let top: Int
    /// Stands for all that decides what a reading of a log says, beside the log.
    let reading: String

    /// Raised when logs are read in another way, so that all of them are read anew.
    private static let readingForm = 1

    init(_ options: ProcessOptions) throws(RunError) {
        let profile = try SiteSettings.profile(at: options.profile)
        let zone = options.timezone ?? profile.timezone
        guard TimeZoneNames.isKnown(zone), let calendar = SiteCalendar(zoneName: zone) else {
            throw RunError(.usage, "--timezone \(zone): no such zone; \(TimeZoneNames.remedy(for: zone))")
        }
        self.profile = profile
        self.calendar = calendar
        layout = try (options.format.map(FormatChoice.text) ?? profile.format).map { choice throws(RunError) in
            try SiteSettings.layout(choice, session: profile.session, clock: calendar.localClock)
        }
        reports = options.reports ?? profile.reports
        top = options.top ?? profile.top
        history = options.noHistory ? nil : options.history ?? profile.history
        reading = "\(SiteSettings.readingForm) " + TextDigest.of("\([options.format ?? "", profile.text])")
        now = options.now ?? Int64(Date().timeIntervalSince1970)
    }

    /// The file of the history, also where the run keeps none.
    var historyPath: String { history ?? profile.history }

    func rules(closed: ClosedDays) -> CountingRules {
        CountingRules(
            articles: profile.articleRules, exclusions: profile.exclusions, robots: profile.robotRules,
            calendar: calendar, now: now, closed: closed,
            forwarded: profile.forwarded, session: profile.session)
    }

    private static func layout(
        _ choice: FormatChoice, session: String?, clock: LocalClock
    ) throws(RunError) -> LogLayout {
        switch choice {
        case .json(let keys): return .json(JSONLayout(keys, session: session, clock: clock))
        case .text(let text):
            if let layout = LogLayout(named: text, session: session, clock: clock) { return layout }
            guard LogLayout.seemsServerFormat(text) else {
                let known = Profile.knownFormats.joined(separator: ", ")
                throw RunError(
                    .usage,
                    "--format \(text): no such format; known formats: \(known); or the string of nginx's log_format or Apache's LogFormat"
                )
            }
            do throws(ServerFormatError) {
                return try LogLayout(serverFormat: text, session: session, clock: clock)
            } catch {
                throw RunError(.usage, "--format: \(error)")
            }
        }
    }

    /// - Throws: `RunError` with status 78.
    static func profile(at path: String?) throws(RunError) -> Profile {
        guard let path else { return Profile() }
        do throws(ProfileError) {
            return try Profile.load(path: path)
        } catch {
            throw RunError(.configuration, "\(error)")
        }
    }
}
