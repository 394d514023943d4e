import Foundation
public import ViewCounting

/// What a published day says of itself, read back from its `ranking.json`.
public struct PublishedDay: Hashable, Sendable {
    public let day: CalendarDay
    public let site: String?
    /// The state as reports tell it: `complete`, `partial`, `incomplete`, `partial, incomplete`.
    public let state: String
    public let totalViews: Int
    /// The first row of the site's ranking; nil for a day without views.
    public let numberOne: PublishedArticle?

    public var isComplete: Bool { state == PublishedDay.completeState }

    private static let completeState = "complete"
}

/// An article as a published report shows it.
public struct PublishedArticle: Hashable, Sendable {
    public let title: String?
    public let path: String
    public let url: String?
    public let views: Int
}

/// What is found in a report folder where a day belongs.
public enum DayOnDisk: Hashable, Sendable {
    case missing
    /// Something is there, but no `ranking.json` that can be read.
    case unreadable
    case published(PublishedDay)
}

extension PublishedDay {
    /// Nil where the bytes are no `ranking.json` of that day.
    init?(json: [UInt8], of day: CalendarDay) {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(json)),
            document.schema == DayReport.jsonSchema, document.day == day.description
        else { return nil }
        self.day = day
        site = document.site
        state = document.state
        totalViews = document.totalViews
        numberOne = document.items.first.map {
            PublishedArticle(title: $0.title, path: $0.path, url: $0.url, views: $0.views)
        }
    }

    private struct Document: Decodable {
        let schema: Int
        let site: String?
        let day: String
        let state: String
        let totalViews: Int
        let items: [Item]

        enum CodingKeys: String, CodingKey {
            case schema, site, day, state, items
            case totalViews = "total_views"
        }
    }

    private struct Item: Decodable {
        let title: String?
        let path: String
        let url: String?
        let views: Int
    }
}
