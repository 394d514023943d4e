import Glibc
import LogReading
import SiteProfile

/// The logs of a run, all opened before anything is read.
struct InputSet {
    let inputs: [LogInput]

    /// - Parameter isReadOnce: No log is read a second time, so that none has to be kept aside.
    /// - Throws: `RunError` that names every log that cannot be read, not only the first.
    init(
        _ options: ProcessOptions, _ profile: Profile, console: Console, isReadOnce: Bool = false
    ) throws(RunError) {
        let names = try InputSet.names(options, profile)
        if names.filter({ $0 == LogInput.standardInputName }).count > 1 {
            throw RunError(.usage, "standard input (-) is named twice, and can be read once; name it once")
        }
        InputSet.allowOpenFiles(names.count)
        var opened: [LogInput] = []
        var failures: [String] = []
        for name in names {
            do {
                opened.append(try LogInput(opening: name))
            } catch {
                failures.append("\(error)")
            }
        }
        if let last = failures.popLast() {
            for failure in failures { console.error(failure) }
            throw RunError(.noInput, last)
        }
        // What cannot be read twice is kept aside where it may have to be.
        if !isReadOnce, options.allowDamaged || names.count > 1 { opened = try opened.map(InputSet.rereadable) }
        inputs = opened
    }

    private static func rereadable(_ input: LogInput) throws(RunError) -> LogInput {
        if input.isRewindable { return input }
        do {
            return try input.spooled()
        } catch {
            throw RunError(.io, "\(error)")
        }
    }

    private static func names(_ options: ProcessOptions, _ profile: Profile) throws(RunError) -> [String] {
        if !options.logs.isEmpty { return options.logs }
        guard !profile.logs.isEmpty else {
            throw RunError(
                .usage, "no log is named; name logs (- for standard input), or give a profile with a list of `logs`")
        }
        var names: [String] = []
        for pattern in profile.logs {
            let matches = files(matching: pattern)
            if matches.isEmpty {
                throw RunError(.noInput, "\(pattern): no file matches; check `logs` in the profile; nothing was read")
            }
            names += matches.filter { !names.contains($0) }
        }
        return names
    }

    /// Sorted by name.
    static func files(matching pattern: String) -> [String] {
        var result = glob_t()
        defer { globfree(&result) }
        guard glob(pattern, 0, nil, &result) == 0 else { return [] }
        return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
    }

    /// Raises the limit on open files where there are more logs than it allows for.
    private static func allowOpenFiles(_ count: Int) {
        var limit = rlimit()
        let wanted = rlim_t(count + spareFiles)
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < wanted else {
            return
        }
        limit.rlim_cur = min(wanted, limit.rlim_max)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private static let spareFiles = 64
}
