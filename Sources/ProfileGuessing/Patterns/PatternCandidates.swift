import ViewCounting

/// Patterns that paths of one form suggest: which names are sections, and which are folders of the site's design.
///
///     /politics/20260302-981  /sport/20260302-17     ->  /{section}/{date}-{id}
///     /politics/stories/a-b-c /sport/stories/d-e-f   ->  /{section}/stories/{slug}
///     /blog/essays/a-b-c      /blog/travel/d-e-f     ->  /blog/{section}/{slug}
struct PatternCandidates {
    private(set) var patterns: Set<String> = []

    /// So many paths are too few to show a habit, where the last segment does not show it by itself.
    private static let fewestPaths = 5
    private static let fewestTellingPaths = 2
    private static let fewestNames = 15
    /// A folder's name under so many sections is one of the site's design.
    private static let fewestSectionsOfFixedName = 3
    /// A name that so much of all have stands in the pattern itself, if there is another for the section.
    private static let dominance = 0.8
    /// More different names are no sections.
    private static let mostSections = 80
    private static let fewestPathsPerSection = 1.5

    init(_ paths: [PathForm.Path]) {
        let groups = PatternCandidates.withoutAmbiguous(Dictionary(grouping: paths, by: \.form))
        for (form, group) in groups where form.leaf != .name { add(group, form) }
        // Mere words are articles only on a site that has hardly anything else.
        let rules = patterns.compactMap { try? PathPattern($0) }
        let taken = paths.filter { PatternOrder.first(of: rules, fitting: $0.text) != nil }.reduce(0) { $0 + $1.lines }
        guard 2 * taken < paths.reduce(0, { $0 + $1.lines }) else { return }
        for (form, group) in groups where form.leaf == .name { add(group, form) }
    }

    /// `{id}` and `{slug}-{id}` fit any words too. So where headlines without a number live in the same place, all of them
    /// are headlines, and the path is the key.
    private static func withoutAmbiguous(_ groups: [PathForm: [PathForm.Path]]) -> [PathForm: [PathForm.Path]] {
        var result = groups
        for (form, group) in groups where form.leaf.isNumbered {
            let slugs = PathForm(folders: form.folders, leaf: .slug, ending: form.ending)
            let plain = groups[slugs, default: []].count
            guard Double(plain) > mostOthers * Double(group.count) else { continue }
            result[form] = nil
            result[slugs, default: []] += group
        }
        return result
    }

    /// More than this share beside the numbered ones shows that the number is none.
    private static let mostOthers = 0.1

    private mutating func add(_ group: [PathForm.Path], _ form: PathForm) {
        let names = form.folders.indices.filter { form.folders[$0] == .name }
        refine(group, form, names: names[...], decided: [:])
    }

    /// Decides the names from the left; where a group falls apart, each part goes on by itself.
    private mutating func refine(
        _ group: [PathForm.Path], _ form: PathForm, names: ArraySlice<Int>, decided: [Int: String]
    ) {
        guard PatternCandidates.isEnough(group.count, form) else { return }
        guard let place = names.first else {
            patterns.insert(PatternCandidates.text(form, decided, group))
            return
        }
        let byName = Dictionary(grouping: group) { $0.segments[place] }
        let rest = names.dropFirst()
        if byName.count == 1, let name = byName.keys.first {
            return refine(group, form, names: rest, decided: decided.merging([place: String(name)]) { $1 })
        }
        var variable = group
        for (name, part) in byName.sorted(by: { $0.key < $1.key })
        where isFixed(name, part, of: group, at: place, next: rest.first, decided) {
            variable.removeAll { $0.segments[place] == name }
            refine(part, form, names: rest, decided: decided.merging([place: String(name)]) { $1 })
        }
        guard !variable.isEmpty else { return }
        let count = Set(variable.map { $0.segments[place] }).count
        let areSections =
            count <= PatternCandidates.mostSections
            && Double(variable.count) >= PatternCandidates.fewestPathsPerSection * Double(count)
        refine(
            variable, form, names: rest,
            decided: decided.merging([place: areSections ? PatternCandidates.section : "*"]) { $1 })
    }

    /// Whether a name is a part of the pattern and not one of many sections.
    private func isFixed(
        _ name: Substring, _ part: [PathForm.Path], of group: [PathForm.Path], at place: Int, next: Int?,
        _ decided: [Int: String]
    ) -> Bool {
        if let section = decided.filter({ $0.value == PatternCandidates.section }).keys.min() {
            let all = Set(group.map { $0.segments[section] }).count
            let under = Set(part.map { $0.segments[section] }).count
            return under >= min(all, PatternCandidates.fewestSectionsOfFixedName) && under > 1
        }
        guard let next, Double(part.count) >= PatternCandidates.dominance * Double(group.count) else { return false }
        return Set(part.map { $0.segments[next] }).count > 1
    }

    private static func isEnough(_ count: Int, _ form: PathForm) -> Bool {
        switch form.leaf {
        case .name: count >= fewestNames && !form.folders.isEmpty
        case .year, .month, .day, .date, .dashedDate, .shortNumber: false
        default: count >= (form.leaf.isTelling || form.folders.contains(.day) ? fewestTellingPaths : fewestPaths)
        }
    }

    private static let section = "{section}"

    /// The pattern's text. The second section is a subsection; several between are any folders.
    private static func text(_ form: PathForm, _ decided: [Int: String], _ group: [PathForm.Path]) -> String {
        let leaf = leafText(form, group)
        var hasID = leaf.contains("{id}")
        var sections = 0
        var segments: [String] = []
        for (index, kind) in form.folders.enumerated() {
            var segment = decided[index] ?? kind.pattern ?? "*"
            switch kind {
            case .number, .code:
                if hasID { segment = "*" }
                hasID = true
            case .slug, .slugNumber, .numberSlug, .dateID, .shortNumber, .dashedDateSlug: segment = "*"
            case .name where segment == section:
                sections += 1
                if sections == 2 { segment = "{subsection}" }
                if sections > 2 { segment = "*" }
            default: break
            }
            segments.append(segment)
        }
        if sections > 2, let start = segments.firstIndex(of: "{subsection}") {
            let end = segments[start...].firstIndex { $0 != "{subsection}" && $0 != "*" } ?? segments.endIndex
            segments.replaceSubrange(start..<end, with: ["**"])
        }
        return once("/" + (segments + [leaf]).joined(separator: "/") + form.ending)
    }

    /// The pattern with `*` where a placeholder stands for the second time.
    private static func once(_ pattern: String) -> String {
        var known: Set<Substring> = []
        return pattern.replacing(/\{[a-z]+\}/) { match in
            known.insert(match.output).inserted ? match.output : "*"
        }
    }

    /// A number that is not the article's alone cannot be its key.
    private static func leafText(_ form: PathForm, _ group: [PathForm.Path]) -> String {
        switch form.leaf {
        case .name: return "{slug}"
        case .number, .code:
            let numbers = Set(group.compactMap(\.segments.last)).count
            let isOwn = Double(group.count) <= mostPathsPerNumber * Double(numbers)
            let hasNumberBefore = form.folders.contains(.number) || form.folders.contains(.code)
            return isOwn && !hasNumberBefore ? "{id}" : hasNumberBefore ? "*" : "{slug}"
        default:
            return form.leaf.pattern ?? "{slug}"
        }
    }

    private static let mostPathsPerNumber = 1.5
}
