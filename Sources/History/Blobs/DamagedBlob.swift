/// Bytes that no version of accessrank has written as this kind of blob.
struct DamagedBlob: Error, Hashable {
    /// What is wrong: `ends too early`.
    let reason: String

    static let cut = DamagedBlob(reason: "ends too early")
}
