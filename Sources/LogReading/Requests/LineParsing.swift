/// Somebody who reads the lines of one log, in their order, into their fields.
///
/// A protocol, so that the loop that counts is compiled anew for each parser, and the common and combined formats pay
/// nothing for the others.
public protocol LineParsing {
    /// Ends the life of the views that were given before.
    ///
    /// Call it before each block of lines, of at most `LineBlockReader.maximumBlockBytes` bytes together.
    mutating func beginBlock()

    /// The fields of a line that stands within a block; nil where it does not fit the format, or is a directive.
    ///
    /// - Parameter line: Without its end and the white space before it; not empty.
    mutating func parse(_ block: ByteView, _ line: Range<Int>) -> LoggedRequest?

    /// Whether lines of the kind that `UsualLines` finds mean what it takes them for.
    var hasUsualLines: Bool { get }

    /// Whether a line that `parse` gave nothing for is one by which the server tells about the log, and no request.
    func isDirective(_ block: ByteView, _ line: Range<Int>) -> Bool
}

extension LineParsing {
    @inline(__always)
    public var hasUsualLines: Bool { false }
}
