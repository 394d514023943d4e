extension DayPlanner {
    /// Defects in the proportion of their numbers here; over-long lines are as rare as they are large.
    private static let defects: [PlannedRequest.Defect] =
        Array(repeating: .badRequest, count: 80) + Array(repeating: .cutEarly, count: 40)
        + Array(repeating: .cutLate, count: 30) + Array(repeating: .blank, count: 24)
        + Array(repeating: .junk, count: 16) + Array(repeating: .badTime, count: 5)
        + Array(repeating: .badStatus, count: 4) + [.oversize]

    /// A line that is none, or whose request is none: were it whole, it would be a reader's click.
    mutating func planDefect() {
        defectLines += 1
        let second = moment()
        var request = article(at: second)
        request.client = reader()
        request.defect = random.pick(Self.defects)
        if request.defect == .badRequest {
            request.status = random.chance(perMille: TrafficMix.badRequestTimeoutPerMille) ? 408 : 400
        }
        emit(request, at: second)
    }

    /// A look at an article that the profile excludes: by the watcher, from within the house, or before publication.
    mutating func planExcluded() {
        excludedLines += 1
        let second = moment()
        var request = article(at: second)
        request.client = reader()
        switch random.below(3) {
        case 0: request.role = .watcher
        case 1 where site.newsroom.articles[Int(request.number)].preview != nil: request.target = .preview
        default: request.role = .inHouse
        }
        emit(request, at: second)
    }
}
