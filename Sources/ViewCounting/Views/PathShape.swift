/// The shape of a path, so that many paths that one pattern would fit are shown as one.
public enum PathShape {
    /// The shape of a canonical path.
    public static func of(path: [UInt8]) -> [UInt8] { path }
}
