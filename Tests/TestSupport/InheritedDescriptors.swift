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
        descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { name in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
            guard let descriptor = CInt(name), target == file else { return nil }
            return dup(descriptor)
        }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
