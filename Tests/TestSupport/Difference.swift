/// Where two long contents begin to differ, in words; nil where they do not.
///
/// `#expect(long == other)` would look for the shortest edit between them when it fails, which takes minutes.
public func difference(_ found: [UInt8], _ expected: [UInt8]) -> String? {
    if found == expected { return nil }
    let place = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let first = place.map { "byte \($0) is the first that differs" } ?? "one begins the other"
    return "\(found.count) bytes, not \(expected.count); \(first)"
}
