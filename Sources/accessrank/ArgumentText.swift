import ArgumentParser
import Reporting
import ViewCounting

/// What users write for days and times.
enum ArgumentText {
    static func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(iso: text) else {
            throw ValidationError("\"\(text)\" is no day; write it as 2026-03-02")
        }
        return day
    }

    /// `DAY` or `DAY..DAY`
    static func days(_ text: String) throws -> DaySpan {
        guard let dots = text.firstRange(of: "..") else {
            let day = try day(text)
            return DaySpan(days: day...day, isRange: false)
        }
        let first = try day(String(text[..<dots.lowerBound]))
        let last = try day(String(text[dots.upperBound...]))
        guard first <= last else {
            throw ValidationError("\(first) is later than \(last); write the earlier day first")
        }
        return DaySpan(days: first...last, isRange: true)
    }

    /// One of the forms that `--as` knows.
    static func form<Form: RawRepresentable<String> & CaseIterable>(_ text: String, of type: Form.Type) throws -> Form {
        guard let form = Form(rawValue: text) else {
            let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("\"\(text)\" is no form; known forms: \(known)")
        }
        return form
    }

    static func form(_ text: String) throws -> RankOutput.Form { try form(text, of: RankOutput.Form.self) }

    /// A day, a range of days or a week.
    static func period(_ text: String) throws -> DayPeriod {
        do throws(DayPeriodError) { return try DayPeriod(text) } catch { throw ValidationError("\(error)") }
    }

    /// How long a window is, or how far apart windows are.
    static func windowLength(_ text: String) throws -> WindowLength {
        guard let length = WindowLength(text) else {
            throw ValidationError(
                "\"\(text)\" is no length of time; write whole minutes, hours or days as 90m, 24h or 7d, up to 3660d")
        }
        return length
    }

    /// A whole minute.
    static func minute(_ text: String) throws -> WrittenMinute {
        do throws(WrittenMinuteError) { return try WrittenMinute(text) } catch { throw ValidationError("\(error)") }
    }

    /// Rows that `--top` may ask for.
    static func checkTop(_ top: Int) throws {
        guard top >= 1 else { throw ValidationError("--top \(top): a ranking has at least 1 row; name 1 or more") }
    }

    /// A file or folder that an option names; nil where it was not given.
    static func checkName(_ name: String?, of option: String) throws {
        guard name == "" else { return }
        throw ValidationError("--\(option): the name is empty; name a place, or leave the option out")
    }

    /// Threads that `--jobs` may ask for.
    static func checkJobs(_ jobs: Int) throws {
        guard (1...mostJobs).contains(jobs) else {
            throw ValidationError("--jobs \(jobs): no such number of threads; name 1 to \(mostJobs)")
        }
    }

    private static let mostJobs = 1024

    struct DaySpan: Sendable {
        let days: ClosedRange<CalendarDay>
        let isRange: Bool
    }

    /// Strict, since a mistyped clock would count silently as another one: `Date` takes 30 February and 25 o'clock.
    static func instant(_ text: String) throws -> Int64 {
        let time =
            /([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.[0-9]+)?(?:Z|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))/
        guard let match = text.wholeMatch(of: time), let day = CalendarDay(iso: String(match.1)),
            let hour = Int64(match.2), let minute = Int64(match.3), let second = Int64(match.4)
        else {
            throw ValidationError(
                "\"\(text)\" is no time; write it as 2026-03-03T04:00:00Z or with +09:00 for the zone")
        }
        let offset = (match.6.flatMap { Int64($0) } ?? 0) * 60 + (match.7.flatMap { Int64($0) } ?? 0)
        let east = match.5 == "-" ? -offset : offset
        return Int64(day.number) * 86_400 + hour * 3600 + (minute - east) * 60 + second
    }
}
