import LogReading
import Reporting
import SiteProfile
import ViewCounting

/// `accessrank resolve --agent` and `--agents`: whether agents are robots, and by which entry of which list.
public enum AgentReport {
    /// What there is to say about one agent, or the exit status where the profile cannot be used.
    public static func text(agent: String, profile path: String?) -> Result<String, ExitFailure> {
        CommandAnswer.make { () throws(RunError) in
            let profile = try SiteSettings.profile(at: path)
            let agent = Array(agent.utf8)
            var text = "agent  \(ShownText.of(ByteString(agent)))\n"
            switch profile.robotRules.judge(agent: agent) {
            case .person: text += "a person: nothing says that it is a robot\n"
            case .robot(let reason): text += "a robot: \(ShownText.of(reason.description))\n"
            }
            if profile.exclusions.excludes(agent: agent) {
                text += "excluded: the profile's exclude.agents names it\n"
            }
            return text
        }
    }

    /// A line for each line of a file: `robot` or `person`, the list, the entry and the agent, with tabs between them.
    ///
    /// - Parameter file: Agents as a log holds them once its escapes are undone, each ended by LF; `-` is standard input.
    public static func table(agentsIn file: String, profile path: String?) -> Result<String, ExitFailure> {
        CommandAnswer.make { () throws(RunError) in
            let profile = try SiteSettings.profile(at: path)
            let bytes: [UInt8]
            do throws(SmallFile.Trouble) {
                bytes = try SmallFile.bytes(
                    ofFile: file == "-" ? "/dev/stdin" : file, maximumBytes: maximumFileBytes)
            } catch {
                throw RunError(
                    .noInput, "--agents \(file): \(error.problem); name a file with an agent on each line")
            }
            var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if lines.last?.isEmpty == true { lines.removeLast() }
            return lines.map { row(Array($0), profile.robotRules) }.joined()
        }
    }

    /// A gigabyte of agents is no list of agents but a log.
    private static let maximumFileBytes = 1 << 30

    private static func row(_ agent: [UInt8], _ rules: RobotRules) -> String {
        let cells: [String] =
            switch rules.judge(agent: agent) {
            case .person: ["person", "", ""]
            case .robot(.noAgent): ["robot", "", ""]
            case .robot(.also(let token)): ["robot", "also", token]
            case .robot(.listed(let entry, let list)): ["robot", list, entry.token]
            }
        return (cells.map(ShownText.of) + [ShownText.of(ByteString(agent))]).joined(separator: "\t") + "\n"
    }
}
