import LogReading

/// The hash by which a visitor is told from others: of a session where the line has one, else of client and agent together.
enum VisitorHash {
    /// Stands where the hash of an agent would, in lines of a format without one.
    static let noAgentField: UInt64 = 0

    /// - Parameters:
    ///   - agentHash: Of the agent's bytes, keyed; `noAgentField` where there is no such field.
    ///   - salt: Of a day.
    @inline(__always)
    static func of(client: ByteView, session: ByteView?, agentHash: UInt64, salt: SipKey) -> UInt64 {
        if let session {
            // Under a key of their own, so that a session is never a client's equal.
            return SipHash.hash(session, key: SipKey(low: ~salt.low, high: salt.high))
        }
        return of(client: client, agentHash: agentHash, salt: salt)
    }

    /// SipHash-1-3 of the client and the agent's hash, which goes in before the client's last bytes.
    @inline(__always)
    private static func of(client: ByteView, agentHash: UInt64, salt: SipKey) -> UInt64 {
        var hasher = SipHash(key: salt)
        let rest = hasher.absorbWholeWords(client)
        hasher.compress(agentHash)
        return hasher.finish(lastWord: rest, length: client.count)
    }
}
