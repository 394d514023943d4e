/// A section of the site with its subsections, as they stand in paths.
struct Desk: Sendable {
    let name: String
    let subsections: [String]

    static let all: [Desk] = [
        Desk(name: "politics", subsections: ["elections", "parliament", "parties"]),
        Desk(name: "world", subsections: ["europe", "asia", "americas", "africa"]),
        Desk(name: "business", subsections: ["markets", "companies", "energy"]),
        Desk(name: "sport", subsections: ["football", "cycling", "sailing", "athletics"]),
        Desk(name: "culture", subsections: ["film", "music", "books"]),
        Desk(name: "local", subsections: ["harbour", "schools", "transport"]),
        Desk(name: "science", subsections: ["space", "climate", "medicine"]),
        Desk(name: "technology", subsections: ["software", "devices"]),
        Desk(name: "opinion", subsections: []),
        Desk(name: "travel", subsections: ["trains", "islands"]),
        Desk(name: "特集", subsections: ["暮らし"]),
    ]
}
