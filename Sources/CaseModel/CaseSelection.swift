/// A link or a figure of an item, by its number there.
package struct ItemStatement: Hashable, Sendable {
    /// The position of the item.
    package let position: Int
    /// The number, from 0.
    package let number: Int

    package init(_ position: Int, _ number: Int) {
        (self.position, self.number) = (position, number)
    }
}

/// The part of a case that a filter includes, for listings and exports.
package struct CaseSelection: Equatable, Sendable {
    /// The included items.
    package var items: Set<ID<Item>> = []
    /// The included claims, in the order in which they are listed.
    package var claims: [Claim] = []
    /// The sources that the included claims, links, figures and statuses cite, so that they can be counted again from
    /// these.
    package var sources: Set<ID<Source>> = []
    /// The places and actors of the included items, and those on which a claim is included.
    package var places: Set<ID<Place>> = []
    package var actors: Set<ID<Actor>> = []
    /// The included links: stated by or leading to an included item, and themselves as the filter wants them.
    package var links: Set<ItemStatement> = []
    /// The included figures, likewise.
    package var metrics: Set<ItemStatement> = []
    /// The positions of the items whose status is included.
    package var statuses: Set<Int> = []

    package init() {}

    /// All of a case.
    package static func whole(_ graph: CaseGraph) -> CaseSelection {
        var all = CaseSelection()
        all.items = Set(graph.case.items.map(\.id))
        all.claims = graph.claims
        all.sources = Set(graph.case.sources.map(\.id))
        all.places = Set(graph.case.places.map(\.id))
        all.actors = Set(graph.case.actors.map(\.id))
        for (position, item) in graph.case.items.enumerated() {
            all.links.formUnion(item.links.indices.map { ItemStatement(position, $0) })
            all.metrics.formUnion(item.metrics.indices.map { ItemStatement(position, $0) })
        }
        all.statuses = Set(graph.case.items.indices)
        return all
    }

    /// The items at some positions, some claims and other statements, with their places, actors and sources.
    package init(
        _ positions: [Int], _ claims: [Claim], links: Set<ItemStatement> = [],
        metrics: Set<ItemStatement> = [], statuses: Set<Int> = [], in graph: CaseGraph
    ) {
        (self.claims, self.links, self.metrics, self.statuses) = (claims, links, metrics, statuses)
        let included = positions.map { graph.item($0) }
        items = Set(included.map(\.id))
        places = Set(included.flatMap(\.places))
        actors = Set(included.flatMap(\.actors))
        for claim in claims {
            switch claim.entity {
            case .item, .source: break
            case .place(let number): places.insert(graph.case.places[number].id)
            case .actor(let number): actors.insert(graph.case.actors[number].id)
            }
        }
        sources = citations(in: graph).values.reduce(into: []) { $0.formUnion($1) }
    }

    /// The part of it that is at some items, with what these state.
    package func keeping(in graph: CaseGraph, where isKept: (Int) -> Bool) -> CaseSelection {
        CaseSelection(
            graph.case.items.indices.filter { items.contains(graph.item($0).id) && isKept($0) },
            claims.filter { claim in
                if case .item(let position) = claim.entity { isKept(position) } else { false }
            },
            links: links.filter { isKept($0.position) }, metrics: metrics.filter { isKept($0.position) },
            statuses: statuses.filter(isKept), in: graph)
    }

    /// What each entity cites in what is included of it.
    fileprivate func citations(in graph: CaseGraph) -> [Entity: Set<ID<Source>>] {
        var cited: [Entity: Set<ID<Source>>] = [:]
        func note(_ source: ID<Source>?, _ citer: Entity) {
            if let source { cited[citer, default: []].insert(source) }
        }
        for claim in claims { note(graph.evidence(of: claim).source, claim.entity) }
        for place in links {
            note(graph.item(place.position).links[place.number].source, .item(place.position))
        }
        for place in metrics {
            note(graph.item(place.position).metrics[place.number].source, .item(place.position))
        }
        for position in statuses { note(graph.item(position).status?.source, .item(position)) }
        return cited
    }
}

extension CaseGraph {
    /// For each source, the entities that cite it in a part of the case, as `citers` has those of all of it for nil.
    package func citers(in selection: CaseSelection?) -> [[Entity]] {
        guard let selection else { return citers }
        let cited = selection.citations(in: self)
        return citers { Array(cited[$0] ?? []) }
    }
}

extension Case {
    /// The included items with their claims, links among them, sources, places and actors: again a whole case, in
    /// which nothing names what is left out. It has no tours, which lead through the whole.
    package func narrowed(to selection: CaseSelection) -> Case {
        var narrowed = self
        narrowed.items = items.filter { selection.items.contains($0.id) }
        for index in narrowed.items.indices {
            narrowed.items[index].links.removeAll { !selection.items.contains($0.to) }
            if let parent = narrowed.items[index].parent, !selection.items.contains(parent) {
                narrowed.items[index].parent = nil
            }
        }
        narrowed.places = places.filter { selection.places.contains($0.id) }
        for index in narrowed.places.indices {
            narrowed.places[index].borders.removeAll { !selection.places.contains($0.place) }
        }
        narrowed.actors = actors.filter { selection.actors.contains($0.id) }
        let cited = Set(
            narrowed.items.flatMap(\.citedSources) + narrowed.places.flatMap(\.citedSources)
                + narrowed.actors.flatMap(\.citedSources) + [manifest.cites].compactMap(\.self))
        narrowed.sources = sources.filter { cited.contains($0.id) }
        narrowed.tours = []
        return narrowed
    }

    /// The case with only the included sources, for bibliographies.
    package func withSources(of selection: CaseSelection) -> Case {
        var narrowed = self
        narrowed.sources = sources.filter { selection.sources.contains($0.id) }
        return narrowed
    }
}

extension CaseGraph {
    /// Whether a step of a tour is at something included, pins an included item, or traces from one.
    package func leads(_ step: Tour.Step, to selection: CaseSelection) -> Bool {
        if !selection.items.isDisjoint(with: step.pins + [step.from].compactMap(\.self)) { return true }
        return switch entity(at: step) {
        case .item(let position): selection.items.contains(item(position).id)
        case .source(let number): selection.sources.contains(`case`.sources[number].id)
        case .place(let number): selection.places.contains(`case`.places[number].id)
        case .actor(let number): selection.actors.contains(`case`.actors[number].id)
        case nil: false
        }
    }

    /// The tours that lead to an included item; all of them without a selection.
    package func tours(in selection: CaseSelection?) -> [Tour] {
        guard let selection else { return `case`.tours }
        return `case`.tours.filter { tour in
            items(of: tour).contains { selection.items.contains(item($0).id) }
        }
    }
}
