import ArgumentParser
import NightlyRun

struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show each step from a request target to its article, or whether an agent is a robot, and why.")

    @Argument(help: "A target as it stands in a log, or a URL.")
    var target: String?

    @Option(
        help: ArgumentHelp(
            "In place of a target: an agent, of which to tell whether it is a robot.", valueName: "AGENT"))
    var agent: String?

    @Option(
        help: ArgumentHelp(
            "In place of a target: a file with an agent on each line; - is standard input.", valueName: "FILE"))
    var agents: String?

    @Option(help: ArgumentHelp("The site's profile.", valueName: "site.yaml"), completion: .profile)
    var profile: String?

    func validate() throws {
        guard [target, agent, agents].compactMap(\.self).count == 1 else {
            throw ValidationError("one thing is to be resolved; name a target, --agent AGENT or --agents FILE")
        }
    }

    func run() throws {
        if let agent { return try Answer.print(AgentReport.text(agent: agent, profile: profile)) }
        if let agents { return try Answer.print(AgentReport.table(agentsIn: agents, profile: profile)) }
        if let target { try Answer.print(ResolveReport.text(target: target, profile: profile)) }
    }
}
