/// Somebody who is told of each step that a target takes through the rules.
///
/// A protocol, not a closure, so that the code for those who only want the verdict is compiled without any notes.
protocol StepNotes {
    /// Whether steps that change nothing have to be told as well.
    static var wantsEveryStep: Bool { get }

    mutating func note(_ stage: Resolution.Stage, _ before: [UInt8], _ after: [UInt8])
}

/// Nobody: for those who only want the verdict.
struct NoNotes: StepNotes {
    static let wantsEveryStep = false

    mutating func note(_ stage: Resolution.Stage, _ before: [UInt8], _ after: [UInt8]) {}
}
