import CaseModel

/// The ids of what a case defines, by the titles that readers know it by.
package struct TitledIDs {
    private let content: Case
    /// For each kind that was asked for, the ids by titles in small letters.
    private var known: [EntityKind: [String: String]] = [:]
    private var ids: [EntityKind: Set<String>] = [:]

    /// The ids of a case; of none, those of the program's own words.
    package init(of content: Case?) { self.content = content ?? .blank }

    /// The id of the first entity of a kind that has this title, in any language.
    package mutating func id(of title: String, among kind: EntityKind) -> String? {
        if known[kind] == nil {
            let pairs = titles(of: kind).flatMap { id, titles in titles.map { ($0.lowercased(), id) } }
            known[kind] = Dictionary(pairs) { first, _ in first }
        }
        return known[kind]?[title.lowercased()]
    }

    /// True if the case has an entity of a kind with this id.
    package mutating func knows(_ id: String, among kind: EntityKind) -> Bool {
        if ids[kind] == nil { ids[kind] = Set(titles(of: kind).map(\.id)) }
        return ids[kind]?.contains(id) == true
    }

    private func titles(of kind: EntityKind) -> [(id: String, titles: [String])] {
        switch kind {
        case .pane: content.panes.map { ($0.id.text, $0.title.wordings) }
        case .kind: content.kinds.map { ($0.id.text, $0.title.wordings + $0.plural.wordings) }
        case .relation: content.relations.map { ($0.id.text, $0.title.wordings) }
        case .status: content.statuses.map { ($0.id.text, $0.title.wordings) }
        case .source:
            content.sources.map { source in
                let short = source.short?.wordings ?? []
                return (
                    source.id.text, [source.citationKey].compactMap { $0 } + source.title.wordings + short
                )
            }
        case .item:
            content.items.map { ($0.id.text, $0.title.wordings + ($0.short?.wordings ?? []) + $0.aka) }
        case .place: content.places.map { ($0.id.text, $0.title.wordings) }
        case .actor: content.actors.map { ($0.id.text, $0.title.wordings) }
        case .tour: content.tours.map { ($0.id.text, $0.title.wordings) }
        case .level: content.manifest.levels.map { ($0.id.text, $0.title.wordings) }
        case .side: content.manifest.sides.map { ($0.id.text, $0.title.wordings) }
        case .strength:
            content.manifest.strengths.map { ($0.id.text, $0.title.wordings + $0.otherNames) }
        }
    }
}
