import TestSupport

@testable import ViewCounting

extension SmallLog {
    /// Writes lines that are right, of a small world.
    struct Writer {
        let hour: Hour
        let now: Int64
        let hasVirtualHost: Bool

        private static let clients = ["192.0.2.1", "192.0.2.2", "2001:db8::1", "198.51.100.9", "a.client.with.a.name"]
        private static let agents = [
            "Firefox", "Firefox", "Chrome/1", #"a \"b\""#, #"a \x22b\""#, "GoogleBOT", "notabot", "crawler", "check/1",
            "-", "",
        ]
        private static let targets = [
            "/a/1", "/a/1", "/a/1/", "//a/1?x=y", "/a/%31", "/b/1", "/a/b/x-1", "/a/2", "/a/2.html?id=7", "/a/2.html",
            "/a/2.html?b=c&id=8", "/secret/3", "/a/9", "/", "/site.css", "*", "http://www.example.com/a/1", #"/a/\x31"#,
            "/a/\u{E9}",
        ]
        private static let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]

        func line(using generator: inout SeededGenerator) -> [UInt8] {
            func one(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
            func dice(_ sides: UInt64) -> Bool { generator.next() % sides == 0 }
            // Visits to few articles by few visitors, so that clicks meet.
            let isBusy = !dice(3)
            let client = isBusy ? Self.clients[0] : one(Self.clients)
            let target = isBusy ? one(Array(Self.targets.prefix(7))) : one(Self.targets)
            let agent = isBusy ? Self.agents[0] : one(Self.agents)
            let method = dice(12) ? one(["POST", "HEAD", "get", "G T"]) : "GET"
            let version = dice(8) ? one(["", " HTTP/2", " HTTP/2.0", " http/1.1"]) : " HTTP/1.1"
            let status = dice(10) ? one(["404", "206", "000"]) : one(["200", "200", "304"])
            let tail = dice(6) ? "" : #" "-" "\#(agent)""# + (dice(9) ? #" "more" 7"# : "")
            let host = hasVirtualHost ? "www.example.com " : ""
            let time = time(of: instant(using: &generator), using: &generator)
            let request = "\(method) \(target)\(version)"
            return Array(#"\#(host)\#(client) - - [\#(time)] "\#(request)" \#(status) 5\#(tail)"#.utf8)
        }

        /// Mostly near the hour; now and then far from it, or around now.
        private func instant(using generator: inout SeededGenerator) -> Int64 {
            switch generator.next() % 20 {
            case 0: now + 600 + Int64.random(in: -1...1, using: &generator)
            case 1: hour.instant + Int64.random(in: -100_000...100_000, using: &generator)
            case 2, 3: hour.instant + 3600 * Int64.random(in: -2...2, using: &generator)
            case 4...9: hour.instant + 10 * Int64.random(in: -9...9, using: &generator)
            default: hour.instant + Int64.random(in: -100...100, using: &generator)
            }
        }

        /// The instant as a server of some zone writes it.
        private func time(of instant: Int64, using generator: inout SeededGenerator) -> String {
            let (offset, name) = [(0, "+0000"), (32_400, "+0900"), (-12_600, "-0330")][Int(generator.next() % 3)]
            let local = instant + Int64(offset)
            let (year, month, day) = CalendarDay(number: Int32(local / 86_400)).date
            let second = Int(local % 86_400)
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            let clock = [second / 3600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
            return "\(two(day))/\(Self.months[month - 1])/\(year):\(clock) \(name)"
        }
    }
}
