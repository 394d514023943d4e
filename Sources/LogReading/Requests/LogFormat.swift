/// The name of a form of access log that can be read, as reports, profiles and the history have it.
///
/// `combined` and `common` are one grammar, decided line by line, and so are their forms with a leading virtual host.
/// What has to be known to read a log's lines is its `LogLayout`.
public enum LogFormat: String, CaseIterable, Sendable {
    case combined
    case common
    case vhostCombined = "vhost_combined"
    case vhostCommon = "vhost_common"
    /// What the string of a `log_format` says.
    case nginx
    /// What the string of a `LogFormat` says.
    case apache
    /// The W3C's extended format, as IIS and CloudFront write it: each log names its own fields.
    case w3c
    /// Amazon's Application Load Balancers.
    case alb
    /// Access logs of Amazon's S3.
    case s3
    /// JSON lines as Caddy 2 writes them.
    case caddy
    /// JSON lines as Traefik 2 and 3 write them.
    case traefik
    /// JSON lines with keys called as nginx's variables.
    case nginxJSON = "nginx_json"
    /// JSON lines with keys that somebody has named.
    case json

    /// Those whose lines are known by the name alone, and by how they look.
    public static let named: [LogFormat] = standard + [.w3c, .alb, .s3, .caddy, .traefik, .nginxJSON]

    /// Those that one grammar reads, with or without a virtual host.
    static let standard: [LogFormat] = [.combined, .common, .vhostCombined, .vhostCommon]

    /// Whether each line begins with `vhost[:port] `.
    public var hasVirtualHost: Bool { self == .vhostCombined || self == .vhostCommon }

    /// Whether a log of the format can have cookies in it.
    public var canHaveCookies: Bool {
        !LogFormat.standard.contains(self) && self != .alb && self != .s3
    }

    /// What a line looks like, for a message to somebody whose lines do not; of a server's format the string.
    public var example: String {
        let common = #"203.0.113.7 - - [02/Mar/2026:06:25:24 +0900] "GET /politics/a HTTP/1.1" 200 5120"#
        let combined = common + #" "https://www.example.com/" "Mozilla/5.0 (...)""#
        return switch self {
        case .combined: combined
        case .common: common
        case .vhostCombined: "www.example.com:443 " + combined
        case .vhostCommon: "www.example.com:443 " + common
        case .nginx: #"$remote_addr [$time_local] "$request" $status "$http_user_agent""#
        case .apache: #"%h %t "%r" %>s "%{User-Agent}i""#
        case .w3c: "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)"
        case .alb:
            #"https 2026-03-01T21:25:24.123456Z app/site/0123456789abcdef 203.0.113.7:52100 10.0.0.5:80 0.000 0.001 0.000 200 200 "#
                + #"34 366 "GET https://www.example.com:443/politics/a HTTP/2.0" "Mozilla/5.0 (...)" ..."#
        case .s3:
            "0123abcd site [01/Mar/2026:21:25:24 +0000] 203.0.113.7 - 3E57427F3EXAMPLE WEBSITE.GET.OBJECT politics/a "
                + #""GET /politics/a HTTP/1.1" 200 - 5120 5120 7 6 "-" "Mozilla/5.0 (...)" ..."#
        case .caddy:
            #"{"ts":1772400324.1,"request":{"client_ip":"203.0.113.7","method":"GET","uri":"/politics/a"},"status":200}"#
        case .traefik:
            #"{"ClientHost":"203.0.113.7","RequestMethod":"GET","RequestPath":"/politics/a","DownstreamStatus":200,"#
                + #""StartUTC":"2026-03-01T21:25:24Z"}"#
        case .json: #"{"time":"2026-03-01T21:25:24Z",...}, with the keys that the profile names"#
        case .nginxJSON:
            #"{"msec":"1772400324.100","remote_addr":"203.0.113.7","request":"GET /politics/a HTTP/1.1","status":"200"}"#
        }
    }

    /// The name of what a line was in a file of this format: with a referrer and an agent, or without.
    public func form(combined isCombined: Bool) -> LogFormat {
        switch (hasVirtualHost, isCombined) {
        case _ where !LogFormat.standard.contains(self): self
        case (false, true): .combined
        case (false, false): .common
        case (true, true): .vhostCombined
        case (true, false): .vhostCommon
        }
    }
}
