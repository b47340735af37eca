import CaseModel

/// Names among which one is looked for as it is typed.
package struct SoughtNames: Sendable {
    /// How much of a name is typed.
    package enum Match: Comparable, Sendable {
        case whole, beginning, part
    }

    private let names: [FoldedName]

    package init(_ names: [String]) {
        self.names = names.map { FoldedName($0, isName: true) }
    }

    /// The best match of what is typed; a whole name by its pinyin counts as a beginning. Nil without one.
    package func match(_ typed: String) -> Match? {
        guard let term = SearchTerm(typed) else { return nil }
        let closest = names.lazy.compactMap { $0.closeness(of: term) }.min()
        guard let closest else { return nil }
        if closest == Closeness(.whole, byPinyin: false) { return .whole }
        return closest < Closeness(.part, byPinyin: false) ? .beginning : .part
    }
}

/// The names of the sources, places and actors of a case; those of items are in the search index.
package struct EntityNames: Sendable {
    private let entities: [(entity: Entity, names: SoughtNames)]

    package init(_ graph: CaseGraph) {
        let all =
            graph.case.sources.indices.map(Entity.source) + graph.case.places.indices.map(Entity.place)
            + graph.case.actors.indices.map(Entity.actor)
        entities = all.map { entity in
            (entity, SoughtNames([graph.id(of: entity)] + graph.title(of: entity).wordings))
        }
    }

    /// The entities with a name, with how much of it is typed: whole ones first, ties in the order of the case.
    package func matches(_ typed: String) -> [(entity: Entity, match: SoughtNames.Match)] {
        let found = entities.compactMap { entity, names in names.match(typed).map { (entity, $0) } }
        return [SoughtNames.Match.whole, .beginning, .part].flatMap { match in
            found.filter { $0.1 == match }
        }
    }
}
