extension LogPlan.File {
    /// Lines are handed over in portions of about this size.
    private static let portionBytes = 256 << 10

    /// Renders the file's lines, in order, and hands them over in portions.
    func render<Failure: Error>(_ site: SiteModel, to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        var renderer = LineRenderer(site)
        var buffer: [UInt8] = []
        buffer.reserveCapacity(Self.portionBytes * 2)
        for request in requests {
            renderer.append(request, to: &buffer)
            guard buffer.count >= Self.portionBytes else { continue }
            try sink(buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        try sink(buffer)
    }
}
