/// An entry as it stands in a file, each field decoded as far as its format says and no further.
struct RawEntry {
    var address = ""
    /// The article's own spelling of where it is, for the headline; nil where only a path is known.
    var url: String?
    var title = ""
    var section: String?
    var published: String?
    /// Where it stands in the file, counted from 1.
    var line: Int?
}
