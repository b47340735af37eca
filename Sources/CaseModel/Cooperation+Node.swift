extension Cooperation {
    /// The two modes of the network: who takes part, and in what.
    package enum Mode: String, CaseIterable, Sendable {
        case actors, items
    }

    /// What can be asked for its partners.
    package enum Node: Hashable, Sendable {
        /// The actor of this number in the directory.
        case actor(Int)
        /// The item at this position in the case.
        case item(Int)

        /// Of which mode it is.
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

    /// A partner, and what it shares.
    package struct Tie: Hashable, Sendable {
        /// The partner.
        package let partner: Node
        /// The items that both actors take part in, or the actors that take part in both items; never empty.
        package let shared: [Node]
    }

    /// Whether a node is counted: any actor of the directory, and the items of the ground that are shown.
    package func includes(_ node: Node) -> Bool {
        switch node {
        case .actor(let number): actors.groups.indices.contains(number)
        case .item(let position): index(of: position) != nil
        }
    }

    /// The items that an actor takes part in, or the actors that take part in an item.
    package func groups(of node: Node) -> [Node] {
        ask(node) { network, number in network.groups[number].map { group(of: node, $0) } } ?? []
    }

    /// How many partners a node has.
    package func degree(of node: Node) -> Int {
        ask(node) { network, number in network.degrees[number] } ?? 0
    }

    /// The partners of a node, whoever shares most with it first, of equals the first of the case.
    package func ties(of node: Node) -> [Tie] {
        ask(node) { network, number in
            network.partners(of: number).map { partner in
                Tie(partner: like(node, partner.node), shared: partner.shared.map { group(of: node, $0) })
            }
        } ?? []
    }

    /// The number of a node's component from 0, which is the largest; nil where it takes part in nothing.
    package func component(of node: Node) -> Int? {
        ask(node) { network, number in network.componentNumbers[number] } ?? nil
    }

    /// Whether an actor and its partners together, or those who take part in an item, stand on both sides.
    package func bridges(_ node: Node) -> Bool {
        switch node {
        case .actor(let number):
            liesOnBothSides(actors.groups[number].lazy.flatMap { actors.members[$0] })
        case .item(let position): index(of: position).map { liesOnBothSides(actors.members[$0]) } ?? false
        }
    }

    /// Where a node stands; an item stands on a side if all its actors that have one are of that side.
    package func standing(of node: Node) -> Sides.Standing {
        switch node {
        case .actor(let number): return standings[number]
        case .item(let position):
            let sided = Set((index(of: position).map { actors.members[$0] } ?? []).map { standings[$0] })
                .subtracting([.between])
            return sided.count == 1 ? sided.first ?? .between : .between
        }
    }

    /// The nodes that take part in anything, in the case's order.
    package func takingPart(_ mode: Mode) -> [Node] {
        switch mode {
        case .actors: actors.takingPart.map { .actor($0) }
        case .items: arrangements.takingPart.map { .item(items[$0]) }
        }
    }

    /// The network of the nodes of one mode.
    package func network(_ mode: Mode) -> PartnerNetwork {
        switch mode {
        case .actors: actors
        case .items: arrangements
        }
    }

    private func liesOnBothSides(_ actors: some Sequence<Int>) -> Bool {
        var (isOnFirst, isOnSecond) = (false, false)
        for actor in actors {
            switch standings[actor] {
            case .first: isOnFirst = true
            case .second: isOnSecond = true
            case .between: break
            }
            if isOnFirst && isOnSecond { return true }
        }
        return false
    }

    private func ask<Answer>(_ node: Node, _ question: (PartnerNetwork, Int) -> Answer) -> Answer? {
        switch node {
        case .actor(let number): question(actors, number)
        case .item(let position): index(of: position).map { question(arrangements, $0) }
        }
    }

    /// The node of a number in the network in which `node` is one.
    private func like(_ node: Node, _ number: Int) -> Node {
        switch node {
        case .actor: .actor(number)
        case .item: .item(items[number])
        }
    }

    /// What the group of a number is in the network in which `node` is a node.
    private func group(of node: Node, _ number: Int) -> Node {
        switch node {
        case .actor: .item(items[number])
        case .item: .actor(number)
        }
    }

    /// The index of the item at a position, which a search by halves finds.
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
