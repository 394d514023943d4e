import ArgumentParser
import Foundation
import LogReading

/// What a shell offers for the options that several commands have.
extension CompletionKind {
    static let profile = file(extensions: ["yaml", "yml"])

    /// The names; the string of a server's configuration is nobody's to guess.
    static let logFormat = list(LogFormat.named.map(\.rawValue))

    /// Told when they are asked for, since there are hundreds.
    static let zone = custom { _, _, _ in TimeZone.knownTimeZoneIdentifiers + ["UTC"] }

    /// The forms that `--as` knows.
    static func form<Form: RawRepresentable<String> & CaseIterable>(of type: Form.Type) -> CompletionKind {
        list(Form.allCases.map(\.rawValue))
    }
}
