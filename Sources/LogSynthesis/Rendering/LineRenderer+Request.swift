extension LineRenderer {
    private static let tokens = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".utf8)
    private static let facebookTokenBytes = 52
    /// HTTP/1.x from a reader.
    private static let oldProtocolPerMille = 4
    /// HTTP/1.0 among HTTP/1.x.
    private static let firstProtocolPerMille = 60
    private static let noProtocolPerMille = 1

    mutating func appendMethod(_ method: PlannedRequest.Method, to buffer: inout [UInt8]) {
        switch method {
        case .get: buffer.append(text: "GET ")
        case .head: buffer.append(text: "HEAD ")
        case .post: buffer.append(text: "POST ")
        case .options: buffer.append(text: "OPTIONS ")
        }
    }

    mutating func appendTarget(of request: PlannedRequest, to buffer: inout [UInt8]) {
        let number = Int(request.number)
        switch request.target {
        case .article:
            let article = site.newsroom.articles[number]
            append(article.places[Int(request.place)].path, spelt: request.spelling, to: &buffer)
            append(request.query, to: &buffer)
        case .preview: buffer.append(contentsOf: site.newsroom.articles[number].preview ?? [])
        case .readersPage: buffer.append(contentsOf: PageTable.forPeople[number])
        case .robotsPage: buffer.append(contentsOf: PageTable.forRobots[number])
        case .scannersPage: buffer.append(contentsOf: PageTable.forScanners[number])
        case .post: buffer.append(contentsOf: PageTable.forPosts[number])
        case .asset: appendAsset(number, of: request.origin, to: &buffer)
        }
    }

    mutating func appendProtocol(of request: PlannedRequest, to buffer: inout [UInt8]) {
        if random.chance(perMille: Self.noProtocolPerMille) { return }
        if request.role == .robot || random.chance(perMille: Self.oldProtocolPerMille) {
            buffer.append(text: random.chance(perMille: Self.firstProtocolPerMille) ? " HTTP/1.0" : " HTTP/1.1")
        } else {
            buffer.append(text: " HTTP/2.0")
        }
    }

    private func appendAsset(_ number: Int, of origin: UInt32, to buffer: inout [UInt8]) {
        guard number >= AssetTable.files.count, origin != PlannedRequest.noOrigin else {
            return buffer.append(contentsOf: AssetTable.files[number % AssetTable.files.count])
        }
        buffer.append(text: "/media/pictures/")
        buffer.append(hexadecimal: UInt32(truncatingIfNeeded: SeededRandom.mix(UInt64(origin))))
        buffer.append(text: "/hero-")
        buffer.append(decimal: AssetTable.pictureWidths[number - AssetTable.files.count])
        buffer.append(text: ".webp")
    }

    private mutating func append(_ query: Query, to buffer: inout [UInt8]) {
        switch query {
        case .none: break
        case .campaign:
            buffer.append(text: "?utm_source=newsletter&utm_medium=email&utm_campaign=morning-")
            buffer.append(decimal: 100 + random.below(900))
        case .facebook:
            buffer.append(text: "?fbclid=IwAR")
            for _ in 0..<Self.facebookTokenBytes { buffer.append(random.pick(Self.tokens)) }
        case .google:
            buffer.append(text: "?utm_source=google&gclid=Cj0KCQ")
            for _ in 0..<Self.facebookTokenBytes / 2 { buffer.append(random.pick(Self.tokens)) }
        case .reference:
            buffer.append(text: "?ref=front&pos=")
            buffer.append(decimal: random.below(40))
        case .empty: buffer.append("?")
        case .fragment: buffer.append(text: "#comments")
        }
    }
}
