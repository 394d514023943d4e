/// One line that shall stand in a log: who asks for what, when, and what goes wrong with it.
///
/// The lines are rendered from this and the truth is told from this; neither is made from the other.
struct PlannedRequest: Sendable {
    /// The sender's part in the play.
    enum Role: UInt8, Sendable {
        /// A reader; `client` is the visitor's number.
        case reader
        /// A crawler; `client` is the robot's number.
        case robot
        /// The site's own watcher, whose agent the profile excludes.
        case watcher
        /// The newsroom itself, whose network the profile excludes.
        case inHouse
    }

    /// What is asked for; `number` says which.
    enum Target: UInt8, Sendable {
        /// An article, at its place `place`.
        case article
        /// An article before publication, in a folder that the profile excludes; only of articles that have one.
        case preview
        /// A page of `PageTable.forPeople`, `forRobots`, `forScanners` or `forPosts`.
        case readersPage, robotsPage, scannersPage, post
        /// A file of `AssetTable`, loaded by the article `origin`.
        case asset
    }

    enum Method: UInt8, Sendable {
        case get, head, post, options
    }

    /// What is wrong with the line itself.
    enum Defect: UInt8, Sendable {
        case none
        /// Nothing, or nothing but white space.
        case blank
        /// The line ends within the client, the time or the request.
        case cutEarly
        /// The line ends within the referrer or the agent.
        case cutLate
        case junk
        /// A time that no clock shows.
        case badTime
        /// No three digits where the status belongs.
        case badStatus
        /// Longer than a line may be.
        case oversize
        /// What stands where the request belongs is none.
        case badRequest
    }

    static let noOrigin = UInt32.max

    /// The instant that the line carries, seconds since 1970 UTC.
    var second: UInt32
    /// Of the same instant; not written, but decides the order of lines.
    var millisecond: UInt16 = 0
    /// The line is written this much later.
    var durationMilliseconds: UInt32 = 0
    var role = Role.reader
    var client: UInt32
    var target: Target
    var number: UInt32
    var place: UInt8 = 0
    /// The article that links to or loads the target.
    var origin = PlannedRequest.noOrigin
    var method = Method.get
    var status: UInt16 = 200
    var spelling = Spelling.plain
    var query = Query.none
    var defect = Defect.none
    var server: UInt8 = 0
    /// Decides whatever else the line shows: referrer, sizes, digits.
    var detail: UInt32 = 0

    /// What becomes of the line; nil for a reader's click, which its chain decides.
    var fate: PlannedOutcome? {
        switch defect {
        case .oversize: return .oversize
        case .blank: return .blank
        case .cutEarly, .cutLate, .junk, .badTime, .badStatus: return .malformed
        case .badRequest: return .badRequest
        case .none: break
        }
        if method != .get { return .otherMethod }
        if status != 200 && status != 304 { return .otherStatus }
        if target != .article && target != .preview { return .otherPage }
        if target == .preview || role == .watcher || role == .inHouse { return .excluded }
        return role == .robot ? .robot : nil
    }

    /// When the line is written, milliseconds since 1970 UTC.
    var endMilliseconds: Int { Int(second) * 1000 + Int(millisecond) + Int(durationMilliseconds) }
}
