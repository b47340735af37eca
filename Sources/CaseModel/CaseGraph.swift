/// A case with its links and parent–child steps indexed for graph walks.
///
/// Items are identified by their *position* in `Case.items`, so that the cost of a walk depends only on the items
/// visited. It never changes, and is an object since states, walks and views hold it: a copy would be one of seventeen
/// references.
package final class CaseGraph: Sendable {
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
        /// Whose word the link is.
        package let standing: Link.Standing

        /// The position of the item that is answered, which stands above, and of the one that answers it; nil for a link
        /// without flow.
        package var ends: (upper: Int, lower: Int)? {
            switch flow {
            case .forward: (from, to)
            case .backward: (to, from)
            case .none: nil
            }
        }
    }

    /// The case itself.
    package let `case`: Case
    /// For each item, the links that it states.
    package let outgoing: Adjacency<Edge>
    /// For each item, the links that name it.
    package let incoming: Adjacency<Edge>
    /// For each item, its children in the case's order.
    package let children: Adjacency<Int>
    /// For each item, its parent.
    package let parents: [Int?]
    /// For each item, the number of its pane, 0 to 2.
    package let panes: [Int]
    /// For each item, the number of its kind; −1 for none that the case defines.
    private let kinds: [Int32]
    /// For each item, the days on which it may have begun, or else ended; nil for an undated one.
    let beginnings: [ClosedRange<Int>?]
    private let deferredSides: Deferred<Sides>
    private let deferredYearsClaimed: Deferred<[[ClosedRange<Int>]]>
    private let positions: RecordNumbers<Item>
    private let sourceNumbers: RecordNumbers<Source>
    private let placeNumbers: RecordNumbers<Place>
    private let actorNumbers: RecordNumbers<Actor>
    private let relationNumbers: [String: Int]

    /// Indexes a case. Unknown ids, which the loader rejects, are ignored.
    package init(_ case: Case) {
        var `case` = `case`
        `case`.presumeLanguages()
        positions = RecordNumbers(of: `case`.items, \.id)
        sourceNumbers = RecordNumbers(of: `case`.sources, \.id)
        placeNumbers = RecordNumbers(of: `case`.places, \.id)
        actorNumbers = RecordNumbers(of: `case`.actors, \.id)
        relationNumbers = Self.numbering(`case`.relations.map(\.id.text))
        let paneNumbers = Self.numbering(`case`.panes.map(\.id.text))
        let paneOfKind = `case`.kinds.map { paneNumbers[$0.pane.text] ?? 0 }
        let structure =
            `case`.items.stored?.store.structure
            ?? CaseStructure(of: `case`) { [positions] in positions[$0] }

        let count = `case`.items.count
        let flows = `case`.relations.map(\.flow)
        let kindCount = `case`.kinds.count
        var edges: [Edge] = []
        edges.reserveCapacity(structure.links.entries.count)
        for position in 0..<count {
            for link in structure.links[position] {
                edges.append(
                    Edge(
                        from: position, to: Int(link.target), number: Int(link.number),
                        flow: link.relation < flows.count ? flows[Int(link.relation)] : .none,
                        standing: link.standing))
            }
        }
        outgoing = Adjacency(starts: structure.links.starts, entries: edges)
        incoming = Adjacency(count: count, of: edges, at: \.to) { $0 }
        parents = structure.parents.map { $0 < 0 ? nil : Int($0) }
        children = Adjacency(
            count: count, of: (0..<count).filter { structure.parents[$0] >= 0 },
            at: { Int(structure.parents[$0]) }
        ) { $0 }
        // A stored structure knows nothing of kinds and relations that have been taken out since.
        kinds = structure.kinds.map { $0 < kindCount ? $0 : -1 }
        panes = kinds.map { $0 < 0 ? 0 : paneOfKind[Int($0)] }
        beginnings = zip(structure.earliest, structure.latest).map { first, last in
            first == CaseStructure.noDay ? nil : Int(first)...Int(last)
        }
        deferredSides = Deferred { [`case`] in Sides(of: `case`) }
        deferredYearsClaimed = Deferred { [`case`] in
            `case`.items.map { item in Array(Set(item.evidence.compactMap { $0.date?.spanOfYears })) }
        }
        self.case = `case`
    }

    /// The sides on which actors stand.
    package var sides: Sides { deferredSides.value }

    /// For each item the years of which something is claimed of it, in no order.
    package var yearsClaimed: [[ClosedRange<Int>]] { deferredYearsClaimed.value }

    /// The item's position, or nil if the case has no such item.
    package func position(of id: ID<Item>) -> Int? { positions[id] }

    /// The item at a position.
    package func item(_ position: Int) -> Item { `case`.items[position] }

    /// The number of the kind of the item at a position; nil for a kind that the case does not define.
    package func kindNumber(of position: Int) -> Int? { kinds[position] < 0 ? nil : Int(kinds[position]) }

    /// The kind of the item at a position.
    package func kind(of position: Int) -> Kind? {
        kindNumber(of: position).map { `case`.kinds[$0] }
    }

    /// The pane of the item at a position.
    package func pane(of position: Int) -> Pane { `case`.panes[panes[position]] }

    /// The relation of this id.
    package func relation(_ id: ID<Relation>) -> Relation? {
        relationNumbers[id.text].map { `case`.relations[$0] }
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
    package func link(_ edge: Edge) -> Link {
        let links = `case`.items[edge.from].links
        // A damaged item has no links.
        guard edge.number < links.count else { return Link(to: item(edge.to).id, relation: ID("")) }
        return links[edge.number]
    }

    /// The numbers of ids. A table of texts serves ids of all kinds: the program meets one type of it.
    static func numbering(_ ids: [String]) -> [String: Int] {
        Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    }
}

/// The numbers of records by their ids: in a table, or as they are stored.
private struct RecordNumbers<Record: Sendable>: Sendable {
    private let table: [String: Int]
    private let stored: StoredRecords<Record>?

    init(of records: Records<Record>, _ id: (Record) -> ID<Record>) {
        stored = records.stored
        table = stored == nil ? CaseGraph.numbering(records.map { id($0).text }) : [:]
    }

    subscript(id: ID<Record>) -> Int? { stored.map { $0.number(of: id.text) } ?? table[id.text] }
}
