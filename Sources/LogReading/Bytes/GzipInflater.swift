/// Inflates one gzip member after the other; the only thing that differs between ISA-L and zlib.
protocol GzipInflater: AnyObject {
    init()

    /// Makes ready for a member's header.
    func beginMember()

    /// Takes input and gives output until one of them is used up or the member ends.
    ///
    /// Output may still come when `input` is empty. Where a step neither takes, gives nor ends, it wants more input.
    /// - Throws: `.wrongChecksum` only after all of the member's output was given.
    func step(
        from input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(LogReadError.Damage) -> InflateStep

    /// Bytes of its input that the last step did not take, also where it failed.
    var inputLeft: Int { get }

    /// The CRC-32 of what the member has given so far.
    var checksum: UInt32 { get }
}

struct InflateStep {
    /// Bytes taken from the input and given to the output.
    var taken: Int
    var given: Int
    /// The member's trailer has been read, and fits.
    var endsMember: Bool
}
