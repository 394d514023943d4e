import Foundation

/// The built programs, which stand beside the test bundle.
enum Binary {
    static func url(_ name: String) -> URL {
        Bundle.main.bundleURL.appendingPathComponent(name)
    }

    /// The folder in which they are, for a `PATH`.
    static var folder: String { Bundle.main.bundleURL.path }
}
