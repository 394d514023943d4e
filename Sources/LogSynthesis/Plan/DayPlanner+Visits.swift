extension DayPlanner {
    /// A reader comes, opens some pages one after the other, and sometimes clicks twice.
    mutating func planVisit(of reader: UInt32, at begin: Int) {
        var second = begin
        var origin = PlannedRequest.noOrigin
        for page in 0..<TrafficMix.maximumPages {
            if page > 0 {
                guard random.chance(perMille: TrafficMix.furtherPagePerMille) else { return }
                second += random.within(TrafficMix.pauseSeconds)
            }
            origin = planPage(of: reader, at: second, from: origin, isFirst: page == 0)
        }
    }

    /// Visits in the last seconds of the day, with a second click after midnight and answers that take their time.
    mutating func planMidnight() {
        guard quota >= TrafficMix.smallestDayWithMidnightVisit else { return }
        let visits = min(1 + quota / TrafficMix.linesPerMidnightVisit, TrafficMix.maximumMidnightVisits)
        for _ in 0..<visits {
            let second = day.upperBound - 1 - random.below(TrafficMix.midnightSeconds)
            var click = article(at: second)
            click.client = reader()
            emit(click, at: second)
            emit(click, at: second + random.within(TrafficMix.midnightRepeatSeconds))
            click.client = reader()
            click.durationMilliseconds = UInt32(TrafficMix.midnightSeconds) * 1000
            emit(click, at: second)
        }
    }

    private mutating func planPage(of reader: UInt32, at second: Int, from origin: UInt32, isFirst: Bool) -> UInt32 {
        var here = PlannedRequest.noOrigin
        if random.chance(perMille: TrafficMix.articlePerMille) {
            var click = article(at: second)
            click.client = reader
            click.origin = origin
            click.spelling = Spelling.draw(&random)
            click.query = isFirst ? Query.draw(&random) : .none
            answer(&click, notModifiedPerMille: TrafficMix.notModifiedArticlePerMille)
            if random.chance(perMille: TrafficMix.readersHeadPerMille) { click.method = .head }
            emit(click, at: second)
            if random.chance(perMille: TrafficMix.doubleClickPerMille) { planRepeats(of: click, after: second) }
            here = click.number
        } else {
            let number = random.skewedBelow(PageTable.forPeople.count)
            var page = PlannedRequest(second: 0, client: reader, target: .readersPage, number: UInt32(number))
            page.origin = origin
            answer(&page, notModifiedPerMille: 0)
            emit(page, at: second)
        }
        planAssets(of: reader, at: second, of: here, isFirst: isFirst)
        if random.chance(perMille: TrafficMix.beaconPerMille) {
            let number = random.below(PageTable.forPosts.count)
            var beacon = PlannedRequest(second: 0, client: reader, target: .post, number: UInt32(number), origin: here)
            beacon.method = random.chance(perMille: TrafficMix.beaconOptionsPerMille) ? .options : .post
            beacon.status = random.chance(perMille: TrafficMix.beaconNoContentPerMille) ? 204 : 200
            emit(beacon, at: second + random.within(TrafficMix.beaconDelaySeconds))
        }
        return here
    }

    /// The same reader asks for the same article again, by another spelling or place perhaps, of any server.
    private mutating func planRepeats(of click: PlannedRequest, after begin: Int) {
        var second = begin
        var click = click
        for _ in 0..<TrafficMix.maximumRepeats {
            second += random.pick(TrafficMix.repeatSeconds)
            click.method = .get
            click.status = random.chance(perMille: TrafficMix.repeatNotModifiedPerMille) ? 304 : 200
            if random.chance(perMille: TrafficMix.repeatChangesPerMille) { click.spelling = Spelling.draw(&random) }
            if random.chance(perMille: TrafficMix.repeatChangesPerMille) {
                click.place = place(of: Int(click.number), at: second)
            }
            emit(click, at: second)
            guard random.chance(perMille: TrafficMix.furtherRepeatPerMille) else { return }
        }
    }

    private mutating func planAssets(of reader: UInt32, at second: Int, of article: UInt32, isFirst: Bool) {
        let count = random.within(isFirst ? TrafficMix.firstPageAssets : TrafficMix.furtherPageAssets)
        for _ in 0..<count {
            let number = asset(of: article)
            var asset = PlannedRequest(second: 0, client: reader, target: .asset, number: number, origin: article)
            answer(&asset, notModifiedPerMille: TrafficMix.notModifiedAssetPerMille)
            emit(asset, at: second + random.within(TrafficMix.assetDelaySeconds))
        }
    }

    /// A file of the site, or a picture if there is an article whose picture it can be.
    mutating func asset(of article: UInt32) -> UInt32 {
        let isPicture = article != PlannedRequest.noOrigin && random.chance(perMille: TrafficMix.picturePerMille)
        return UInt32(
            isPicture
                ? AssetTable.files.count + random.below(AssetTable.pictureWidths.count)
                : random.below(AssetTable.files.count))
    }

    mutating func answer(_ request: inout PlannedRequest, notModifiedPerMille: Int) {
        if random.chance(perMille: TrafficMix.failedPerMille) {
            request.status = random.pick(TrafficMix.failures)
        } else if random.chance(perMille: notModifiedPerMille) {
            request.status = 304
        }
    }
}
