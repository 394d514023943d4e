/// How the traffic is made up. Shares are of all lines unless the name says otherwise.
enum TrafficMix {
    // Kept to by the line: the next line is of whichever is behind.
    static let robotLinesPerMille = 150
    static let defectLinesPerTenThousand = 35
    static let excludedLinesPerTenThousand = 60

    // A visit.
    static let furtherPagePerMille = 610
    static let maximumPages = 12
    static let articlePerMille = 800
    static let firstPageAssets = 0...4
    static let furtherPageAssets = 0...1
    static let picturePerMille = 350
    static let assetDelaySeconds = 0...3
    static let beaconPerMille = 60
    static let beaconOptionsPerMille = 40
    static let beaconNoContentPerMille = 500
    static let beaconDelaySeconds = 0...19
    static let pauseSeconds = 4...240

    // A reader's double clicks: how often, and after how many seconds; 30 joins, 31 does not.
    static let doubleClickPerMille = 70
    static let maximumRepeats = 4
    static let furtherRepeatPerMille = 250
    static let repeatNotModifiedPerMille = 150
    /// Another spelling; and, drawn apart, another place of a moved article.
    static let repeatChangesPerMille = 300
    static let repeatSeconds = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 8, 12, 20, 28, 29, 30, 30, 31, 31, 45, 60]

    // Visits around midnight, so that chains and late lines cross it even on a small site.
    static let linesPerMidnightVisit = 4000
    static let maximumMidnightVisits = 40
    static let smallestDayWithMidnightVisit = 40
    static let midnightSeconds = 18
    static let midnightRepeatSeconds = 19...30

    // A crawl.
    static let crawlLines = 1...24
    static let crawlPauseSeconds = 0...4
    static let crawledArticlePerMille = 640
    static let crawledAssetPerMille = 60
    static let scanPerMille = 90
    static let scanForbiddenPerMille = 100
    static let scanPostPerMille = 200
    static let crawlHeadPerMille = 40
    static let crawlNotModifiedPerMille = 120

    // Requests that are not answered with 200.
    static let notModifiedArticlePerMille = 30
    static let notModifiedAssetPerMille = 140
    static let failedPerMille = 26
    static let failures: [UInt16] = [301, 301, 301, 302, 404, 404, 404, 404, 206, 410, 499, 499, 500, 502, 503, 403]
    static let readersHeadPerMille = 3
    static let badRequestTimeoutPerMille = 200

    // Clicks at the new place of an article that is moved, before the move and after it.
    static let earlyPerMille = 60
    static let movedPerMille = 750

    /// Of a day's lines: weight of each weekday, Monday first.
    static let weekdayWeights = [104, 103, 102, 102, 98, 78, 84]
    /// Of a day's visits: weight of each local hour, from midnight.
    static let hourWeights: [Double] = [
        22, 13, 9, 7, 8, 16, 41, 74, 86, 80, 74, 76, 92, 88, 72, 68, 71, 80, 86, 88, 92, 86, 64, 38,
    ]
}
