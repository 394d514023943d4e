import LogReading
import RobotLists
import ViewCounting

/// How the texts of a profile become values; each throws at the place of the text.
extension Profile {
    static func siteURL(_ text: ProfileText) throws(ProfileError) -> String {
        do throws(SiteURL.Mistake) {
            return try SiteURL.parse(text.string)
        } catch {
            throw text.error("url \"\(text.string)\" \(error.problem)", error.remedy)
        }
    }

    static func timeZone(_ text: ProfileText) throws(ProfileError) -> String {
        guard TimeZoneNames.isKnown(text.string) else {
            throw text.error("unknown time zone \"\(text.string)\"", TimeZoneNames.remedy(for: text.string))
        }
        return text.string
    }

    /// The list that ships with accessrank, or one in a file.
    static func robotList(_ text: ProfileText, _ folder: ProfileFolder) throws(ProfileError) -> RobotList {
        let builtin = RobotList.builtin
        if text.string == builtin.name { return builtin }
        do throws(RobotListError) {
            return try RobotListFile.load(path: folder.resolve(path: text.string))
        } catch {
            let isWord = !text.string.contains { $0 == "/" || $0 == "." }
            guard error.isMissing && isWord else {
                throw text.error("robot list \"\(text.string)\" \(error.problem)", error.remedy)
            }
            throw text.error(
                "unknown robot list \"\(text.string)\"",
                Suggestion.text(for: text.string, among: [builtin.name])
                    + "write \(builtin.name), or the name of a file")
        }
    }

    static func pattern(_ text: ProfileText) throws(ProfileError) -> PathPattern {
        do throws(PatternError) {
            return try PathPattern(text.string)
        } catch {
            throw text.error("pattern \"\(text.string)\": \(error.sentence)", error.remedy, utf8Offset: error.offset)
        }
    }

    static func host(_ text: ProfileText) throws(ProfileError) -> String {
        guard SiteHosts.isHost(text.string) else {
            throw text.error(
                "\"\(text.string)\" is no host",
                "write a host alone, in its ASCII form, each with its subdomain: www.example.com")
        }
        return text.string
    }

    static func network(_ text: ProfileText) throws(ProfileError) -> ClientNetwork {
        guard let network = ClientNetwork(text.string) else {
            let forms = "an address (192.0.2.7, 2001:db8::7) or a network (10.0.0.0/8, 2001:db8::/32)"
            throw text.error("\"\(text.string)\" is no address and no network", "write \(forms); names do not count")
        }
        return network
    }

    /// The name of a parameter of a query that is not yet among these.
    static func parameterName(_ text: ProfileText, besides names: [String]) throws(ProfileError) -> String {
        let name = text.string
        let isForeign: (UInt8) -> Bool = "&=#?".utf8.contains
        if let index = name.utf8.firstIndex(where: isForeign) {
            throw text.error(
                "\"\(name)\" is no name of a parameter", "write the name alone, without ?, &, = and #",
                utf8Offset: name.utf8.distance(from: name.utf8.startIndex, to: index))
        }
        if names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            throw text.error("\"\(name)\" stands twice in \"identity_query\"", "take one of them out")
        }
        return name
    }

    /// One of the known names.
    static func known(_ text: ProfileText, among names: [String], what: String) throws(ProfileError) -> String {
        guard names.contains(text.string) else {
            throw text.error(
                "unknown \(what) \"\(text.string)\"",
                Suggestion.text(for: text.string, among: names) + "known: \(names.joined(separator: ", "))")
        }
        return text.string
    }
}
