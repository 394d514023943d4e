/// What has to be known of a log in the W3C's extended format besides what it says itself.
public struct W3CLayout: Sendable {
    /// The cookie of a logged Cookie header that visitors are told by; nil for none.
    let session: [UInt8]?
    /// Reads times that are logged without their zone.
    let clock: LocalClock

    public init(session: String? = nil, clock: LocalClock = .utc) {
        self.session = session.map { Array($0.utf8) }
        self.clock = clock
    }
}
