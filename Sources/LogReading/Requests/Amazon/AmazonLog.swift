/// A log that a service of Amazon writes in a form of its own: cells between single spaces, some of them in quotes.
public enum AmazonLog: Sendable {
    /// An Application Load Balancer's; also a Classic one's, whose lines are the same without the type in front.
    case balancer
    /// The access log of a bucket of S3.
    case bucket

    /// A cell that is read, and its place among the cells of a line.
    struct Column: Sendable {
        enum Meaning: Sendable {
            case field(LogField)
            case clientAndPort
            case request
            case agent
            /// What S3 did: `REST.GET.OBJECT`.
            case operation
        }

        let index: Int
        let meaning: Meaning
    }

    /// From left to right.
    var columns: [Column] {
        switch self {
        case .balancer: AmazonLog.balancerColumns
        case .bucket: AmazonLog.bucketColumns
        }
    }

    /// Every line has as many cells; more were appended over the years, and more will be.
    var leastCells: Int {
        switch self {
        // Up to the agent.
        case .balancer: AmazonLog.balancerAgent + 1
        case .bucket: AmazonLog.bucketAgent + 1
        }
    }

    var format: LogFormat {
        switch self {
        case .balancer: .alb
        case .bucket: .s3
        }
    }

    static let balancerAgent = 13
    static let bucketAgent = 16

    private static let balancerColumns = [
        Column(index: 1, meaning: .field(.time(.iso8601))), Column(index: 3, meaning: .clientAndPort),
        Column(index: 8, meaning: .field(.status)), Column(index: 12, meaning: .request),
        Column(index: balancerAgent, meaning: .agent),
    ]

    private static let bucketColumns = [
        Column(index: 2, meaning: .field(.time(.commonLog))), Column(index: 3, meaning: .field(.client)),
        Column(index: 6, meaning: .operation), Column(index: 8, meaning: .request),
        Column(index: 9, meaning: .field(.status)), Column(index: bucketAgent, meaning: .agent),
        Column(index: 22, meaning: .field(.host)),
    ]
}
