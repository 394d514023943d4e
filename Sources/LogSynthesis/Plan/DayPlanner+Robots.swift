extension DayPlanner {
    /// A robot comes and asks for some things in a row; a scanner asks for what is not there.
    mutating func planCrawl() {
        let robot = UInt32(random.skewedBelow(RobotAgents.all.count))
        let isScan = random.chance(perMille: TrafficMix.scanPerMille)
        var second = moment()
        for _ in 0..<random.within(TrafficMix.crawlLines) {
            var request = isScan ? scanned() : crawled(at: second)
            request.role = .robot
            request.client = robot
            emit(request, at: second)
            second += random.within(TrafficMix.crawlPauseSeconds)
        }
    }

    private mutating func scanned() -> PlannedRequest {
        let number = random.below(PageTable.forScanners.count)
        var request = PlannedRequest(second: 0, client: 0, target: .scannersPage, number: UInt32(number))
        request.status = random.chance(perMille: TrafficMix.scanForbiddenPerMille) ? 403 : 404
        if random.chance(perMille: TrafficMix.scanPostPerMille) { request.method = .post }
        return request
    }

    private mutating func crawled(at second: Int) -> PlannedRequest {
        var request: PlannedRequest
        if random.chance(perMille: TrafficMix.crawledArticlePerMille) {
            request = article(at: second)
            request.spelling = Spelling.draw(&random)
        } else if random.chance(perMille: TrafficMix.crawledAssetPerMille) {
            request = PlannedRequest(
                second: 0, client: 0, target: .asset, number: asset(of: PlannedRequest.noOrigin))
        } else {
            let number = random.skewedBelow(PageTable.forRobots.count)
            request = PlannedRequest(second: 0, client: 0, target: .robotsPage, number: UInt32(number))
        }
        answer(&request, notModifiedPerMille: TrafficMix.crawlNotModifiedPerMille)
        if random.chance(perMille: TrafficMix.crawlHeadPerMille) { request.method = .head }
        return request
    }
}
