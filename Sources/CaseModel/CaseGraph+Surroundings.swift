// The relations between items and the sources, places and actors of a case. A property for all entities computes
// them in one pass, for listings.
extension CaseGraph {
    /// For each source, the entities that cite it, each once: items, then places, then actors, in the case's order.
    package var citers: [[Entity]] {
        citers { citer in
            switch citer {
            case .item(let position): item(position).citedSources
            case .place(let number): `case`.places[number].citedSources
            case .actor(let number): `case`.actors[number].citedSources
            case .source: []
            }
        }
    }

    /// The same by what each entity cites, each source once.
    func citers(citing: (Entity) -> [ID<Source>]) -> [[Entity]] {
        var result = [[Entity]](repeating: [], count: `case`.sources.count)
        let entities =
            `case`.items.indices.map(Entity.item) + `case`.places.indices.map(Entity.place)
            + `case`.actors.indices.map(Entity.actor)
        for entity in entities {
            for source in citing(entity) {
                if let number = number(of: source) { result[number].append(entity) }
            }
        }
        return result
    }

    /// The entities that cite a source: items, then places, then actors, in the case's order.
    package func citers(of source: ID<Source>) -> [Entity] {
        let places = `case`.places.indices.filter { `case`.places[$0].citedSources.contains(source) }
        let actors = `case`.actors.indices.filter { `case`.actors[$0].citedSources.contains(source) }
        return items(citing: source).map { .item($0) } + places.map { .place($0) } + actors.map { .actor($0) }
    }

    /// The positions of the items that cite a source, in the case's order.
    package func items(citing source: ID<Source>) -> [Int] {
        `case`.items.indices.filter { `case`.items[$0].citedSources.contains(source) }
    }

    /// The positions of the items at a place.
    package func items(at place: ID<Place>) -> [Int] {
        `case`.items.indices.filter { `case`.items[$0].places.contains(place) }
    }

    /// The positions of the items of an actor.
    package func items(of actor: ID<Actor>) -> [Int] {
        `case`.items.indices.filter { `case`.items[$0].actors.contains(actor) }
    }

    /// For each source, the positions of the items that cite it.
    var itemsOfSources: [[Int]] { items(naming: \.citedSources, among: `case`.sources.map(\.id)) }

    /// For each place, the positions of its items.
    package var itemsOfPlaces: [[Int]] { items(naming: \.places, among: `case`.places.map(\.id)) }

    /// For each actor, the positions of its items.
    package var itemsOfActors: [[Int]] { items(naming: \.actors, among: `case`.actors.map(\.id)) }

    /// For each place, the numbers of its neighbours, whichever side states the border: first those that it names.
    package var neighboursOfPlaces: [[Int]] {
        let numbers = Self.numbering(`case`.places.map(\.id.text))
        var result = `case`.places.map { place in place.borders.compactMap { numbers[$0.place.text] } }
        for (number, named) in result.enumerated() {
            for other in named where !result[other].contains(number) { result[other].append(number) }
        }
        return result
    }

    /// The positions of the items of a tour's steps, each once, in the order of the steps.
    package func items(of tour: Tour) -> [Int] {
        tour.steps.compactMap(position(at:)).uniqued()
    }

    /// The positions of the governance modes linked to an item in either direction, each once.
    package func modes(of position: Int) -> [Int] {
        let ends = outgoing[position].map(\.to) + incoming[position].map(\.from)
        return ends.filter { kind(of: $0)?.role == .mode }.uniqued()
    }

    private func items<Named>(naming names: KeyPath<Item, [ID<Named>]>, among ids: [ID<Named>]) -> [[Int]] {
        let numbers = Self.numbering(ids.map(\.text))
        var result = [[Int]](repeating: [], count: ids.count)
        for (position, item) in `case`.items.enumerated() {
            for number in item[keyPath: names].compactMap({ numbers[$0.text] })
            where result[number].last != position {
                result[number].append(position)
            }
        }
        return result
    }
}

extension CaseGraph {
    /// The sources of an item's page, each once: those that the item cites, then those of the links that lead to it.
    package func sourcesOfPage(at position: Int) -> [ID<Source>] {
        (item(position).citedSources + incoming[position].compactMap { link($0).source }).uniqued()
    }
}

extension Item {
    /// The sources of the item, each once, in the order of its page: claims, figures, status, links.
    package var citedSources: [ID<Source>] {
        let mentions =
            evidence.map { Optional($0.source) } + metrics.map(\.source) + [status?.source]
            + links.map(\.source)
        return mentions.compactMap { $0 }.uniqued()
    }
}

extension Place {
    /// The sources of the place, each once: those of claims, then those of borders.
    package var citedSources: [ID<Source>] {
        (evidence.map(\.source) + borders.compactMap(\.source)).uniqued()
    }
}

extension Actor {
    /// The sources of the actor's claims, each once.
    package var citedSources: [ID<Source>] { evidence.map(\.source).uniqued() }
}
