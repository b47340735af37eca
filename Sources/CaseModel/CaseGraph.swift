/// A case with its links and parent–child steps indexed for graph walks.
///
/// Items are identified by their *position* in `Case.items`, so that the cost of a walk depends only on the items
/// visited.
package struct CaseGraph: Sendable {
    /// One stated link between two items.
    package struct Edge: Hashable, Sendable {
        /// The position of the item that states the link.
        package let from: Int
        /// The position of the item that the link names.
        package let to: Int
        /// The index of the link among those of the stating item.
        package let number: Int
        /// The direction of influence along the link.
        package let flow: Relation.Flow
    }

    /// The case itself.
    package let `case`: Case
    /// For each item, the links that it states.
    package let outgoing: [[Edge]]
    /// For each item, the links that name it.
    package let incoming: [[Edge]]
    /// For each item, its children in the case's order.
    package let children: [[Int]]
    /// For each item, its parent.
    package let parents: [Int?]
    /// For each item, the number of its pane, 0 to 2.
    package let panes: [Int]
    /// The sides on which actors stand.
    package let sides: Sides
    /// For each item, the days on which it may have begun, or else ended; nil for an undated one.
    let beginnings: [ClosedRange<Int>?]
    private let positions: [ID<Item>: Int]
    private let kindNumbers: [ID<Kind>: Int]
    private let relationNumbers: [ID<Relation>: Int]
    private let sourceNumbers: [ID<Source>: Int]
    private let placeNumbers: [ID<Place>: Int]
    private let actorNumbers: [ID<Actor>: Int]

    /// Indexes a case. Unknown ids, which the loader rejects, are ignored.
    package init(_ case: Case) {
        self.case = `case`.presumingLanguages
        let items = `case`.items
        let positions = Self.numbering(items.map(\.id))
        let kindNumbers = Self.numbering(`case`.kinds.map(\.id))
        let relationNumbers = Self.numbering(`case`.relations.map(\.id))
        let paneNumbers = Self.numbering(`case`.panes.map(\.id))
        let paneOfKind = `case`.kinds.map { paneNumbers[$0.pane] ?? 0 }

        var outgoing = [[Edge]](repeating: [], count: items.count)
        var incoming = outgoing
        var children = [[Int]](repeating: [], count: items.count)
        var parents = [Int?](repeating: nil, count: items.count)
        for (position, item) in items.enumerated() {
            if let parent = item.parent.flatMap({ positions[$0] }), parent != position {
                parents[position] = parent
                children[parent].append(position)
            }
            for (number, link) in item.links.enumerated() {
                guard let target = positions[link.to], let relation = relationNumbers[link.relation]
                else { continue }
                let edge = Edge(
                    from: position, to: target, number: number, flow: `case`.relations[relation].flow)
                outgoing[position].append(edge)
                incoming[target].append(edge)
            }
        }
        self.outgoing = outgoing
        self.incoming = incoming
        self.children = children
        self.parents = parents
        panes = items.map { item in kindNumbers[item.kind].map { paneOfKind[$0] } ?? 0 }
        sides = Sides(of: `case`)
        beginnings = items.map { $0.period.flatMap(Self.beginning) }
        self.positions = positions
        self.kindNumbers = kindNumbers
        self.relationNumbers = relationNumbers
        sourceNumbers = Self.numbering(`case`.sources.map(\.id))
        placeNumbers = Self.numbering(`case`.places.map(\.id))
        actorNumbers = Self.numbering(`case`.actors.map(\.id))
    }

    /// The days in which a period may have begun; where that is not known it is taken to have begun when it ended.
    private static func beginning(of period: Period) -> ClosedRange<Int>? {
        period.beginning == .open ? nil : (period.start ?? period.end)?.possibleDays
    }

    /// The item's position, or nil if the case has no such item.
    package func position(of id: ID<Item>) -> Int? { positions[id] }

    /// The item at a position.
    package func item(_ position: Int) -> Item { `case`.items[position] }

    /// The kind of the item at a position.
    package func kind(of position: Int) -> Kind? {
        kindNumbers[`case`.items[position].kind].map { `case`.kinds[$0] }
    }

    /// The relation of this id.
    package func relation(_ id: ID<Relation>) -> Relation? {
        relationNumbers[id].map { `case`.relations[$0] }
    }

    /// The source of this id.
    package func source(_ id: ID<Source>) -> Source? {
        sourceNumbers[id].map { `case`.sources[$0] }
    }

    /// The number of the source of this id.
    package func number(of id: ID<Source>) -> Int? { sourceNumbers[id] }

    /// The number of the place of this id.
    package func number(of id: ID<Place>) -> Int? { placeNumbers[id] }

    /// The number of the actor of this id.
    package func number(of id: ID<Actor>) -> Int? { actorNumbers[id] }

    /// The link of an edge.
    package func link(_ edge: Edge) -> Link { `case`.items[edge.from].links[edge.number] }

    /// The positions of the items that cite a source, in the case's order.
    package func items(citing source: ID<Source>) -> [Int] {
        `case`.items.indices.filter { `case`.items[$0].citedSources.contains(source) }
    }

    static func numbering<Named>(_ ids: [ID<Named>]) -> [ID<Named>: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
}

extension Item {
    /// The sources of the item, each once, in the order of its page: claims, figures, status, links.
    package var citedSources: [ID<Source>] {
        var seen: Set<ID<Source>> = []
        let mentions =
            evidence.map { Optional($0.source) } + metrics.map(\.source) + [status?.source]
            + links.map(\.source)
        return mentions.compactMap { $0 }.filter { seen.insert($0).inserted }
    }
}

extension CaseGraph {
    /// The positions of the governance modes linked to an item in either direction, each once.
    package func modes(of position: Int) -> [Int] {
        var seen: Set<Int> = []
        let ends = outgoing[position].map(\.to) + incoming[position].map(\.from)
        return ends.filter { kind(of: $0)?.role == .mode && seen.insert($0).inserted }
    }
}
