// What the keys of widespread servers' logs are called; `docs/log-formats.md` has the same as a table.
extension JSONLayout {
    /// Caddy 2: `{"ts": 1772432724.1, "request": {"client_ip": .., "method": "GET", "uri": "/a", "headers": {..}}, "status": 200}`
    static let caddy = JSONLayout(
        .caddy,
        [
            // client_ip is remote_ip, or what Caddy's own trusted proxies say.
            key(.field(.client), "request", "client_ip"), key(.field(.client), "request", "remote_ip"),
            key(.clientAndPort, "request", "remote_addr"),
            key(.time, "ts"), key(.field(.method), "request", "method"), key(.field(.target), "request", "uri"),
            key(.field(.status), "status"),
            key(.field(.agent), "request", "headers", "User-Agent"), key(.field(.host), "request", "host"),
            key(.field(.forwarded), "request", "headers", "X-Forwarded-For"),
            key(.field(.cookies), "request", "headers", "Cookie"),
            key(.field(.purpose), "request", "headers", "Sec-Purpose"),
            key(.field(.purpose), "request", "headers", "Purpose"),
            key(.field(.purpose), "request", "headers", "X-Moz"),
        ])

    /// Traefik 2 and 3: `{"ClientHost": .., "RequestMethod": "GET", "RequestPath": "/a?b", "DownstreamStatus": 200, ..}`
    static let traefik = JSONLayout(
        .traefik,
        [
            key(.field(.client), "ClientHost"), key(.clientAndPort, "ClientAddr"),
            key(.time, "StartUTC"), key(.time, "StartLocal"), key(.time, "time"),
            key(.field(.method), "RequestMethod"), key(.field(.target), "RequestPath"),
            key(.field(.status), "DownstreamStatus"),
            key(.field(.agent), "request_User-Agent"), key(.field(.host), "RequestHost"),
            key(.field(.host), "RequestAddr"),
            key(.field(.forwarded), "request_X-Forwarded-For"), key(.field(.cookies), "request_Cookie"),
            key(.field(.purpose), "request_Sec-Purpose"), key(.field(.purpose), "request_Purpose"),
            key(.field(.purpose), "request_X-Moz"),
        ])

    /// nginx with `escape=json` and keys called as its variables, as most of its users call them.
    ///
    /// - Parameter session: The cookie that visitors are told by; it may have a key of its own.
    private static func nginx(session: String?) -> JSONLayout {
        JSONLayout(.nginxJSON, (session.map { [key(.field(.session), "cookie_\($0)")] } ?? []) + nginxKeys)
    }

    private static let nginxKeys = [
        key(.field(.client), "remote_addr"),
        key(.time, "msec"), key(.time, "time_iso8601"), key(.time, "time_local"), key(.time, "time"),
        key(.time, "@timestamp"), key(.time, "timestamp"),
        key(.field(.request), "request"),
        key(.field(.method), "request_method"), key(.field(.method), "method"),
        key(.field(.target), "request_uri"), key(.field(.decodedPath), "uri"), key(.field(.query), "args"),
        key(.field(.query), "query_string"),
        key(.field(.status), "status"),
        key(.field(.agent), "http_user_agent"), key(.field(.agent), "user_agent"),
        key(.field(.host), "http_host"), key(.field(.host), "host"), key(.field(.host), "server_name"),
        key(.field(.forwarded), "http_x_forwarded_for"), key(.field(.forwarded), "x_forwarded_for"),
        key(.field(.cookies), "http_cookie"),
        key(.field(.purpose), "http_sec_purpose"), key(.field(.purpose), "http_purpose"),
        key(.field(.purpose), "http_x_moz"),
    ]

    /// The layout that a format's name stands for; nil where none does.
    ///
    /// - Parameters:
    ///   - session: The cookie that visitors are told by; nil for none.
    ///   - clock: Reads times that are logged without their zone.
    init?(named format: LogFormat, session: String?, clock: LocalClock) {
        switch format {
        case .caddy: self = .caddy
        case .traefik: self = .traefik
        case .nginxJSON: self = .nginx(session: session)
        default: return nil
        }
        self.clock = clock
        self.session = session.map { Array($0.utf8) }
    }

    private static func key(_ meaning: Meaning, _ path: String...) -> (meaning: Meaning, path: [String]) {
        (meaning, path)
    }
}
