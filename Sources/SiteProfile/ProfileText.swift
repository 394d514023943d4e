import Yams

/// A text of the profile and the place where it stands.
struct ProfileText {
    let string: String
    let node: Node
    let source: ProfileSource

    /// An error at this text; `utf8Offset` is the byte of it that is meant, if one is.
    func error(_ problem: String, _ remedy: String, utf8Offset: Int? = nil) -> ProfileError {
        let scalars = utf8Offset.map { String(decoding: string.utf8.prefix($0), as: UTF8.self).unicodeScalars.count }
        return source.error(problem, remedy, at: node, scalar: scalars)
    }
}
