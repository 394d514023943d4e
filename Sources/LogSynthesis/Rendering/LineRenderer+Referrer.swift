extension LineRenderer {
    /// A referrer that fits the request: none, the page that links or loads, a search engine, a network.
    mutating func appendReferrer(of request: PlannedRequest, to buffer: inout [UInt8]) {
        guard request.role == .reader, request.defect != .badRequest else { return buffer.append("-") }
        if request.origin != PlannedRequest.noOrigin {
            buffer.append(contentsOf: SiteModel.address.utf8)
            buffer.append(contentsOf: site.newsroom.articles[Int(request.origin)].places[0].path)
            return
        }
        switch random.below(20) {
        case 0..<5 where request.target != .asset: buffer.append("-")
        case 5..<8: buffer.append(text: "https://www.google.com/")
        case 8: buffer.append(text: "https://news.google.com/")
        case 9: buffer.append(text: "https://l.facebook.com/")
        case 10: buffer.append(text: "https://t.co/")
        case 11:
            buffer.append(text: "https://search.example.net/?q=bridge+plan&page=")
            buffer.append(decimal: 1 + random.below(9))
        case 12 where escapesAsHexadecimal(request): buffer.append(text: "https://x.example/\\x22a\\x22")
        case 12: buffer.append(text: "https://x.example/\\\"a\\\"")
        case 13:
            buffer.append(contentsOf: SiteModel.address.utf8)
            buffer.append(text: "/latest")
        default:
            buffer.append(contentsOf: SiteModel.address.utf8)
            buffer.append(text: "/")
        }
    }
}
