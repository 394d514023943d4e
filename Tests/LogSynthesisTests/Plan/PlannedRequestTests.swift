import Testing

@testable import LogSynthesis

@Suite struct PlannedRequestTests {
    private func fate(_ change: (inout PlannedRequest) -> Void) -> PlannedOutcome? {
        var request = Sample.click(0, 0, at: 0)
        change(&request)
        return request.fate
    }

    @Test("A reader's GET of an article with 200 or 304 is a click, whose chain decides")
    func clicks() {
        #expect(fate { _ in } == nil)
        #expect(fate { $0.status = 304 } == nil)
    }

    @Test("The first that applies is the outcome")
    func precedence() {
        var request = Sample.click(0, 0, at: 0)
        request.role = .robot
        #expect(request.fate == .robot)
        request.role = .watcher
        #expect(request.fate == .excluded)
        request.target = .robotsPage
        #expect(request.fate == .otherPage)
        request.status = 404
        #expect(request.fate == .otherStatus)
        request.method = .head
        #expect(request.fate == .otherMethod)
        request.defect = .badRequest
        #expect(request.fate == .badRequest)
        request.defect = .cutLate
        #expect(request.fate == .malformed)
        request.defect = .blank
        #expect(request.fate == .blank)
        request.defect = .oversize
        #expect(request.fate == .oversize)
    }

    @Test("Statuses but 200 and 304 are no views", arguments: [204, 206, 301, 302, 400, 403, 404, 410, 499, 500, 503])
    func statuses(status: UInt16) {
        #expect(fate { $0.status = status } == .otherStatus)
    }

    @Test("A preview and the house itself are excluded, a robot's preview too")
    func excluded() {
        #expect(fate { $0.target = .preview } == .excluded)
        #expect(fate { $0.role = .inHouse } == .excluded)
        #expect(fate { ($0.target, $0.role) = (.preview, .robot) } == .excluded)
    }

    @Test("Outcomes have the names of the counting rules")
    func names() {
        #expect(
            PlannedOutcome.allCases.map(\.name) == [
                "oversize", "blank", "malformed", "future", "late", "bad-request", "other-method", "other-status",
                "other-page", "excluded", "prefetch", "robot", "double-click", "view",
            ])
    }
}
