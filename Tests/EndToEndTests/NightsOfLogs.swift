import Foundation
import ProgramTestSupport
import TestSupport

@testable import LogSynthesis

/// Logs in a folder to which, from night to night, happens what happens to logs; drawn from a seed.
struct NightsOfLogs {
    let scratch: Scratch
    private(set) var names: [String] = []
    private var contents: [[UInt8]] = []
    private var random: SeededGenerator
    /// Minutes since the beginning of 2020: each write has its own time.
    private var minutes = 0

    /// What can happen to a log.
    enum Event: CaseIterable {
        case append, truncate, cutWithinALine, flip, rewrite, touch, write, copy, link, rename, swap, remove
    }

    init(seed: UInt64) throws {
        random = SeededGenerator(seed: seed)
        scratch = try Scratch()
        let logs = try SiteSynthesis(
            // Of about 130 KB each, so that two in one are longer than what is digested.
            SynthesisOptions(lines: 3600, days: 3, articles: 30, seed: seed, timezone: "Asia/Tokyo", servers: 2)
        ).synthesize()
        try scratch.write(Array(logs.profile.utf8), to: "site.yaml")
        contents = logs.files.map(\.bytes)
        contents.append(contents.joined().map(\.self))
        for number in 0..<6 { try make("log-\(number)") }
    }

    /// Some events; the times of writes that nobody may see are put back.
    mutating func pass() throws {
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            guard let event = Event.allCases.randomElement(using: &random) else { return }
            try happen(event)
        }
    }

    private mutating func happen(_ event: Event) throws {
        guard let name = names.randomElement(using: &random), names.count > 2 else { return try make("log-\(minutes)") }
        let bytes = try scratch.bytes(name)
        let keepsTime = Bool.random(using: &random)
        switch event {
        case .append: try put(bytes + (contents.randomElement(using: &random) ?? []).suffix(5000), name, keepsTime)
        case .truncate: try put(Array(bytes.prefix(bytes.count / 2)), name, keepsTime)
        case .cutWithinALine: try put(Array(bytes.dropLast(7)), name, keepsTime)
        case .flip: try put(flipped(bytes, onlyAtTheEnds: keepsTime), name, keepsTime)
        case .rewrite: try put(bytes, name, keepsTime)
        case .touch: try setWritten(name, Date(timeIntervalSinceNow: Bool.random(using: &random) ? 0 : 86_400))
        case .write: try make("log-\(minutes)")
        case .copy:
            try put(bytes, "copy-\(minutes)", false)
            names.append("copy-\(minutes)")
        case .link:
            try FileManager.default.linkItem(atPath: scratch.place(name), toPath: scratch.place("link-\(minutes)"))
            names.append("link-\(minutes)")
        case .rename:
            try move(name, to: "moved-\(minutes)")
            names[names.firstIndex(of: name) ?? 0] = "moved-\(minutes)"
        case .swap:
            guard let other = names.randomElement(using: &random), other != name else { return }
            try move(name, to: "aside")
            try move(other, to: name)
            try move("aside", to: other)
        case .remove: names.removeAll { $0 == name }
        }
        minutes += 1
    }

    /// A new log: all or the beginning of a content, plain or gzip, perhaps with something behind it.
    private mutating func make(_ name: String) throws {
        guard let content = contents.randomElement(using: &random) else { return }
        let isBeginning = Int.random(in: 0..<4, using: &random) == 0
        let bytes = isBeginning ? Array(content.prefix(content.count / 3)) : content
        let packed = Gzip.member(bytes) + (Int.random(in: 0..<4, using: &random) == 0 ? [1, 2, 3] : [])
        try put(Bool.random(using: &random) ? bytes : packed, name, false)
        minutes += 1
        if !names.contains(name) { names.append(name) }
    }

    /// With its time put back, a byte in the first or last 64 KiB: of one between nothing is promised.
    private mutating func flipped(_ bytes: [UInt8], onlyAtTheEnds: Bool) -> [UInt8] {
        guard !bytes.isEmpty else { return bytes }
        var bytes = bytes
        let room = onlyAtTheEnds ? min(bytes.count, 65_536) : bytes.count
        let place = Int.random(in: 0..<room, using: &random)
        bytes[Bool.random(using: &random) ? place : bytes.count - 1 - place] ^= 1
        return bytes
    }

    /// Writes over a file, which stays the same one where it is there.
    private func put(_ bytes: [UInt8], _ name: String, _ keepsTime: Bool) throws {
        let old = try? FileManager.default.attributesOfItem(atPath: scratch.place(name))[.modificationDate] as? Date
        try scratch.write(bytes, to: name)
        let new = Date(timeIntervalSince1970: 1_577_836_800 + 60 * Double(minutes))
        try setWritten(name, keepsTime ? old ?? new : new)
    }

    private func setWritten(_ name: String, _ date: Date) throws {
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: scratch.place(name))
    }

    private func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: scratch.place(name), toPath: scratch.place(other))
    }
}
