public import Foundation

/// The built programs, which stand beside the test bundle.
public enum Binary {
    public static func url(_ name: String) -> URL {
        Bundle.main.bundleURL.appendingPathComponent(name)
    }

    /// The folder in which they are, for a `PATH`.
    public static var folder: String { Bundle.main.bundleURL.path }
}
