import Foundation

/// Which names of time zones a profile may use: those of the IANA database, and no abbreviations.
///
/// Foundation also takes `EST` for New York and makes zones of `GMT+3`; such names mean different things to different
/// people, so they are refused.
public enum TimeZoneNames {
    /// Whether the name stands for one zone of the IANA database.
    public static func isKnown(_ name: String) -> Bool {
        if name == "UTC" || name == "GMT" { return true }
        let isOffset = !name.contains("/") && (name.contains("+") || name.contains("-"))
        return !isOffset && TimeZone.abbreviationDictionary[name] == nil && TimeZone(identifier: name) != nil
    }

    /// What to write instead of a name that is not known, as the end of a sentence.
    public static func remedy(for name: String) -> String {
        let example = "write the IANA name of a zone, such as Asia/Tokyo, Europe/Berlin or UTC"
        if let place = TimeZone.abbreviationDictionary[name.uppercased()], place.contains("/") {
            return "an abbreviation can mean several zones; \(example); did you mean \"\(place)\"?"
        }
        let names = TimeZone.knownTimeZoneIdentifiers.sorted() + ["Asia/Kolkata", "Etc/UTC", "UTC"]
        return Suggestion.text(for: name, among: names) + example
    }
}
