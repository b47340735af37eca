/// The cooperation network of a case: actors, and the items that name them.
///
/// Two actors are partners if an item names both. A case contains what its sources say, so that few ties may also
/// mean few documents.
package struct Cooperation: Equatable, Sendable {
    /// The items that make two actors partners.
    package enum Basis: String, CaseIterable, Sendable {
        /// Items whose kind has the role of an arrangement.
        case arrangements
        /// Projects.
        case projects
        /// Arrangements and projects.
        case both

        /// True if items whose kind has this role are counted.
        package func counts(_ role: Kind.Role?) -> Bool {
            switch self {
            case .arrangements: role == .arrangement
            case .projects: role == .project
            case .both: role == .arrangement || role == .project
            }
        }
    }

    /// The positions of the counted items, including those without actors, in the case's order.
    package let items: [Int]
    /// The network of actors, by number; its groups are `items`, by index.
    package let actors: PartnerNetwork
    /// The network of items, by index in `items`; its groups are the actors, by number.
    package let arrangements: PartnerNetwork
    /// The sides of the actors.
    package let sides: Sides
    /// The ties between actors of different sides, by their sides, those with most ties first; only those with any.
    package let crossings: [Crossing]

    /// The ties from one side to another one.
    package struct Crossing: Equatable, Sendable {
        /// The numbers of the sides, ascending.
        package let first: Int
        package let second: Int
        /// The number of ties.
        package let ties: Int
    }

    /// The number of ties between actors of different sides.
    package var crossingTies: Int { crossings.reduce(0) { $0 + $1.ties } }

    /// The share of ties between actors of different sides, 0 to 1; nil without ties.
    package var crossingShare: Double? {
        actors.ties > 0 ? Double(crossingTies) / Double(actors.ties) : nil
    }
}

extension CaseGraph {
    /// The cooperation through the items for which `isShown` is true.
    package func cooperation(
        through basis: Cooperation.Basis = .arrangements, where isShown: (Int) -> Bool = { _ in true }
    ) -> Cooperation {
        let items = `case`.items.indices.filter { basis.counts(kind(of: $0)?.role) && isShown($0) }
        let members = items.map { item($0).actors.compactMap { number(of: $0) } }
        let actors = PartnerNetwork(nodes: `case`.actors.count, members: members)
        return Cooperation(
            items: items, actors: actors,
            arrangements: PartnerNetwork(nodes: items.count, members: actors.groups),
            sides: sides, crossings: Self.crossings(of: actors, sides: sides.numbers))
    }

    private static func crossings(of actors: PartnerNetwork, sides: [Int?]) -> [Cooperation.Crossing] {
        var counts: [[Int]: Int] = [:]
        actors.eachTie { first, second in
            guard let one = sides[first], let other = sides[second], one != other else { return }
            counts[[min(one, other), max(one, other)], default: 0] += 1
        }
        return counts.map { Cooperation.Crossing(first: $0[0], second: $0[1], ties: $1) }
            .sorted { (-$0.ties, $0.first, $0.second) < (-$1.ties, $1.first, $1.second) }
    }
}

extension Cooperation {
    /// The two modes of the network: actors and items.
    package enum Mode: String, CaseIterable, Sendable {
        case actors, items
    }

    /// An actor or an item of the network.
    package enum Node: Hashable, Sendable {
        /// The actor of this number in the directory.
        case actor(Int)
        /// The item at this position in the case.
        case item(Int)

        /// The mode of the node.
        package var mode: Mode {
            switch self {
            case .actor: .actors
            case .item: .items
            }
        }

        /// The node as an entity of the case.
        package var entity: Entity {
            switch self {
            case .actor(let number): .actor(number)
            case .item(let position): .item(position)
            }
        }
    }

    /// A partner and the shared groups.
    package struct Tie: Hashable, Sendable {
        package let partner: Node
        /// The items that both actors take part in, or the actors that take part in both items; never empty.
        package let shared: [Node]
    }

    /// True for a counted node: any actor of the directory, and the shown items of the basis.
    package func includes(_ node: Node) -> Bool {
        switch node {
        case .actor(let number): actors.groups.indices.contains(number)
        case .item(let position): index(of: position) != nil
        }
    }

    /// The items that an actor takes part in, or the actors that take part in an item.
    package func groups(of node: Node) -> [Node] {
        answer(for: node) { network, number in network.groups[number].map { group(of: node, $0) } } ?? []
    }

    /// The number of a node's partners.
    package func degree(of node: Node) -> Int {
        answer(for: node) { network, number in network.degrees[number] } ?? 0
    }

    /// The partners of a node, those with most shared groups first, ties in the case's order.
    package func ties(of node: Node) -> [Tie] {
        answer(for: node) { network, number in
            network.partners(of: number).map { partner in
                Tie(partner: like(node, partner.node), shared: partner.shared.map { group(of: node, $0) })
            }
        } ?? []
    }

    /// The number of a node's component, 0 for the largest; nil for a node without groups.
    package func component(of node: Node) -> Int? {
        answer(for: node) { network, number in network.componentNumbers[number] } ?? nil
    }

    /// True if an actor with its partners, or the actors of an item, are on more than one side.
    package func bridges(_ node: Node) -> Bool {
        switch node {
        case .actor(let number):
            isOnSeveralSides(actors.groups[number].lazy.flatMap { actors.members[$0] })
        case .item(let position):
            index(of: position).map { isOnSeveralSides(actors.members[$0]) } ?? false
        }
    }

    /// The number of a node's side, which of an item is the common side of those of its actors that have one; nil
    /// for a node on none or on several.
    package func side(of node: Node) -> Int? {
        switch node {
        case .actor(let number): return sides.numbers[number]
        case .item(let position):
            let own = Set(
                (index(of: position).map { actors.members[$0] } ?? []).compactMap { sides.numbers[$0] })
            return own.count == 1 ? own.first : nil
        }
    }

    /// The nodes with groups, in the case's order.
    package func takingPart(_ mode: Mode) -> [Node] {
        switch mode {
        case .actors: actors.takingPart.map { .actor($0) }
        case .items: arrangements.takingPart.map { .item(items[$0]) }
        }
    }

    /// The network of a mode.
    package func network(_ mode: Mode) -> PartnerNetwork {
        switch mode {
        case .actors: actors
        case .items: arrangements
        }
    }

    private func isOnSeveralSides(_ actors: some Sequence<Int>) -> Bool {
        var met: Int?
        for side in actors.lazy.compactMap({ sides.numbers[$0] }) {
            if let met, met != side { return true }
            met = side
        }
        return false
    }

    private func answer<Answer>(for node: Node, _ question: (PartnerNetwork, Int) -> Answer) -> Answer? {
        switch node {
        case .actor(let number): question(actors, number)
        case .item(let position): index(of: position).map { question(arrangements, $0) }
        }
    }

    /// The node of this number in the network of `node`.
    private func like(_ node: Node, _ number: Int) -> Node {
        switch node {
        case .actor: .actor(number)
        case .item: .item(items[number])
        }
    }

    /// The group of this number in the network of `node`.
    private func group(of node: Node, _ number: Int) -> Node {
        switch node {
        case .actor: .item(items[number])
        case .item: .actor(number)
        }
    }

    /// The index of the item at a position, by binary search.
    private func index(of position: Int) -> Int? {
        var range = items.startIndex..<items.endIndex
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if items[middle] == position { return middle }
            range = items[middle] < position ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}
