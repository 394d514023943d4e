import ArticleRanking
import Foundation
import GRDB
import LogReading
import ViewCounting

/// A row of `headline`: what was said of an article from one day on.
struct HeadlineVersion {
    let firstSeen: CalendarDay
    let lastSeen: CalendarDay
    let headline: Headline

    /// The columns that `init` wants, in their order.
    static let columns = "first_seen, last_seen, title, section, published, published_is_day, url"

    init(_ row: Row) throws(DamagedRow) {
        firstSeen = try Fields(row, of: "headline").day(0)
        let fields = Fields(row, of: "headline", day: firstSeen)
        lastSeen = try fields.day(1)
        var published = try fields.optionalInteger(4).map { PublicationTime(second: $0) }
        if let time = published {
            guard time.isPossible else { throw fields.damaged(4, "is no time") }
            published?.isDay = try fields.flag(5)
        }
        headline = Headline(
            title: try fields.textInBytes(2), section: try fields.optionalBlob(3) { ByteString(Array($0)) },
            published: published, url: try fields.optionalTextInBytes(6))
    }
}

extension Headline {
    /// Title, section, published, whether that is a day, url: as they are kept, and equal only where all bytes are.
    ///
    /// Swift holds texts equal that look alike; the bytes of a report do not.
    var values: [DatabaseValue] {
        [
            Data(title.utf8).databaseValue, (section?.bytes).map { Data($0).databaseValue } ?? .null,
            published?.second.databaseValue ?? .null, (published?.isDay ?? false).databaseValue,
            url.map { Data($0.utf8).databaseValue } ?? .null,
        ]
    }

    /// Without what could not be read back.
    var storable: Headline? {
        guard !title.isEmpty else { return nil }
        return Headline(
            title: title, section: section.flatMap { $0.bytes.isEmpty ? nil : $0 },
            published: published.flatMap { $0.isPossible ? $0 : nil }, url: url.flatMap { $0.isEmpty ? nil : $0 })
    }
}
