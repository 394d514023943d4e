/// The steps that a target takes through the rules, for people who ask why.
struct StepNotes {
    private(set) var steps: [Resolution.Step] = []

    mutating func note(_ stage: Resolution.Stage, _ before: [UInt8], _ after: [UInt8]) {
        steps.append(Resolution.Step(stage: stage, before: before, after: after))
    }
}
