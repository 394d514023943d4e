extension DayPlanner {
    /// What the bursts that begin on this day bring, before all else: it shall not want for room.
    mutating func planBursts() {
        for burst in site.bursts where day.contains(burst.start) {
            var readers = random.below(site.audience.visitors)
            for (minute, clicks) in burst.clicksByMinute.enumerated() {
                let begin = burst.start + minute * 60
                for _ in 0..<clicks {
                    let second = begin + random.below(60)
                    var click = self.click(of: burst, at: second)
                    // A rise is of many readers, each of whom comes once; a reload of one who comes again.
                    if burst.kind != .reload { readers = (readers + 1) % site.audience.visitors }
                    click.client = UInt32(readers)
                    if burst.kind == .robots {
                        click.role = .robot
                        click.client = 0
                    }
                    emit(click, at: second)
                }
            }
        }
    }

    private mutating func click(of burst: Burst, at second: Int) -> PlannedRequest {
        let number =
            switch burst.target {
            case .article(let number): number
            case .section(let desk): article(ofDesk: desk, at: second)
            }
        var request = PlannedRequest(second: 0, client: 0, target: .article, number: UInt32(number))
        request.place = place(of: number, at: second)
        return request
    }
}
