/// What the keys of JSON lines are called, field by field, as somebody says who knows them.
///
/// A key is a path: `remote.ip` is the key `ip` of the object `remote`, and also the key `remote.ip` itself, whichever the
/// line has. Of several keys for a field the first that holds something counts.
public struct JSONKeys: Hashable, Sendable {
    public enum Field: String, CaseIterable, Sendable {
        /// The address or name that asked, perhaps with a port.
        case client
        /// A time in whatever form it shows.
        case time
        /// `GET /politics/a HTTP/1.1`
        case request
        case method
        /// Path and query.
        case target
        case path
        case query
        case status
        case agent
        case host
        /// What visitors are told by.
        case session
        /// A Cookie header, which may have the session among others.
        case cookies
        /// X-Forwarded-For.
        case forwarded
        /// `Sec-Purpose`, `Purpose` or `X-Moz`.
        case purpose
    }

    private let paths: [Field: [String]]

    /// - Parameter paths: The keys of each field, in the order of preference.
    public init(_ paths: [Field: [String]]) {
        self.paths = paths.filter { !$0.value.isEmpty }
    }

    /// What counting needs and no key is named for, in words; nothing where all is there.
    public var missing: [String] {
        func has(_ field: Field) -> Bool { paths[field] != nil }
        var missing: [String] = []
        if !has(.client), !has(.session), !has(.forwarded) { missing.append("client") }
        if !has(.time) { missing.append("time") }
        if !has(.status) { missing.append("status") }
        if !has(.request), !has(.method) || !(has(.target) || has(.path)) {
            missing.append("request (or method with target or path)")
        }
        return missing
    }

    /// Whether visitors can be told by a cookie of some name.
    public var hasCookies: Bool { paths[.cookies] != nil }
    public var hasSession: Bool { paths[.session] != nil }

    /// Whether a text can be the path of a key.
    public static func isPath(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    /// In the order in which the fields are declared.
    var keys: [(meaning: JSONLayout.Meaning, path: [String])] {
        Field.allCases.flatMap { field in
            (paths[field] ?? []).flatMap { path in
                let steps = path.split(separator: ".").map(String.init)
                return (steps.count > 1 ? [steps, [path]] : [steps]).map { (field.meaning, $0) }
            }
        }
    }
}

extension JSONKeys.Field {
    fileprivate var meaning: JSONLayout.Meaning {
        switch self {
        case .client: .clientAndPort
        case .time: .time
        case .request: .field(.request)
        case .method: .field(.method)
        case .target: .field(.target)
        case .path: .field(.path)
        case .query: .field(.query)
        case .status: .field(.status)
        case .agent: .field(.agent)
        case .host: .field(.host)
        case .session: .field(.session)
        case .cookies: .field(.cookies)
        case .forwarded: .field(.forwarded)
        case .purpose: .field(.purpose)
        }
    }
}

extension JSONLayout {
    /// - Parameters:
    ///   - keys: Nothing that counting needs is missing.
    ///   - session: The name of the cookie that visitors are told by, among those of a Cookie header; nil for none.
    ///   - clock: Reads times that are logged without their zone.
    public init(_ keys: JSONKeys, session: String? = nil, clock: LocalClock = .utc) {
        self.init(.json, keys.keys)
        self.clock = clock
        self.session = session.map { Array($0.utf8) }
    }
}
