/// One way from an item down to another: what follows from what, step by step.
package struct Chain: Hashable, Sendable {
    /// What leads from one item of a chain to the next.
    package enum ChainStep: Hashable, Sendable {
        /// A link, stated by either of the two.
        case link(CaseGraph.Edge)
        /// The next item stands under this one.
        case parent
        /// This item stands under the next one.
        case child

        /// The same step taken the other way.
        var reversed: ChainStep {
            switch self {
            case .link: self
            case .parent: .child
            case .child: .parent
            }
        }
    }

    /// The positions of the items, in a chain that only leads downstream upstream first; never empty.
    package let items: [Int]
    /// What leads from each item to the next; one fewer than the items.
    package let bonds: [ChainStep]

    /// How many steps the chain has.
    package var length: Int { bonds.count }
}

extension CaseGraph {
    /// The chains that lead from policy drivers, or whatever plays that role, down to an item.
    package func chains(to position: Int) -> Chains {
        let drivers = `case`.items.indices.filter { kind(of: $0)?.role == .driver && $0 != position }
        return Chains(self, from: Set(drivers), to: position)
    }

    /// The chains by which two items hang together: those that lead from the one down to the other, or else from
    /// the other down to the one, or else, from the one to the other, those that turn on the way, as between two
    /// projects of one agreement. That two items stand under the same one is told only where no links join them.
    package func chains(from start: Int, to end: Int) -> Chains {
        let down = Chains(self, from: [start], to: end)
        guard down.isEmpty else { return down }
        let up = Chains(self, from: [end], to: start)
        guard up.isEmpty else { return up }
        let links = Chains(self, from: [start], to: end, .links)
        return links.isEmpty ? Chains(self, from: [start], to: end, .anyWay) : links
    }

    /// Whether every bond of a chain is a link for which a source is named. Where an item stands in the case
    /// is the case author's reading.
    package func isSourced(_ chain: Chain) -> Bool {
        !chain.bonds.contains(where: isReading)
    }

    /// Which way a bond of a chain leads; nil where it carries no influence.
    package func direction(of bond: Chain.ChainStep, to next: Int) -> Direction? {
        switch bond {
        case .parent: .downstream
        case .child: .upstream
        case .link(let edge):
            switch edge.flow {
            case .forward: edge.to == next ? .downstream : .upstream
            case .backward: edge.to == next ? .upstream : .downstream
            case .none: nil
            }
        }
    }

    /// The bonds of an item with what lies one step downstream, in the order of `steps(from:_:)`.
    package func bonds(downstreamOf position: Int) -> [(item: Int, bond: Chain.ChainStep)] {
        var result: [(item: Int, bond: Chain.ChainStep)] = []
        forEachStep(from: position, .downstream) { result.append(($0, $1)) }
        return result
    }

    /// The items from which one step leads to an item, each with the bond.
    func bonds(to position: Int, _ course: Chains.Course) -> [(item: Int, bond: Chain.ChainStep)] {
        let isDownstream = course == .downstream
        var result: [(item: Int, bond: Chain.ChainStep)] = []
        for edge in outgoing[position] where !isDownstream || edge.flow == .backward {
            result.append((edge.to, .link(edge)))
        }
        for edge in incoming[position] where !isDownstream || edge.flow == .forward {
            result.append((edge.from, .link(edge)))
        }
        if course != .links, let parent = parents[position] { result.append((parent, .parent)) }
        if course == .anyWay { result += children[position].map { ($0, .child) } }
        return result
    }

    /// The weight of the best chain from any of `starts` to each item from which `end` can be reached.
    func distances(from starts: Set<Int>, to end: Int, _ course: Chains.Course) -> [Int: Int] {
        var before: Set<Int> = [end]
        var frontier = [end]
        while let here = frontier.popLast() {
            for bond in bonds(to: here, course) where before.insert(bond.item).inserted {
                frontier.append(bond.item)
            }
        }
        var distances: [Int: Int] = [:]
        var isDone: Set<Int> = []
        var queue = CostQueue()
        for start in starts.intersection(before).sorted() {
            distances[start] = 0
            queue.insert(start, at: ChainCost())
        }
        while let here = queue.popFirst() {
            guard isDone.insert(here).inserted, let distance = distances[here] else { continue }
            func look(at next: Int, by step: Chain.ChainStep) {
                guard before.contains(next) else { return }
                let sum = distance + cost(of: step, from: here, to: next).weight
                guard sum < distances[next] ?? .max else { return }
                distances[next] = sum
                queue.insert(next, at: ChainCost(weight: sum))
            }
            if course == .downstream {
                forEachStep(from: here, .downstream, look)
            } else {
                // Whichever way one may go, one may also go back.
                for (next, step) in bonds(to: here, course) { look(at: next, by: step.reversed) }
            }
        }
        return distances
    }
}
