import Foundation
import Glibc

/// What a child has between fork and exec: copies of its parent's descriptors of one file, closed with this object.
public final class InheritedDescriptors {
    /// How many the parent had open.
    public var count: Int { descriptors.count }
    private let descriptors: [CInt]

    /// - Parameter path: A file or folder that this process has open.
    public init(of path: String) throws {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        // All are found before one is copied: the list has the number that reading it took, which a copy can be given.
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { CInt($0) }
            .filter { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == file }
        descriptors = open.map { dup($0) }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
