/// A chain of items, each connected to the next by a step.
package struct Chain: Hashable, Sendable {
    /// A step from an item of a chain to the next.
    package enum Step: Hashable, Sendable {
        /// A link, stated by either item.
        case link(CaseGraph.Edge)
        /// From a parent to its child.
        case parent
        /// From a child to its parent.
        case child

        /// The same step in the other direction.
        var reversed: Step {
            switch self {
            case .link: self
            case .parent: .child
            case .child: .parent
            }
        }
    }

    /// The positions of the items, never empty; a downstream chain begins with the upstream end.
    package let items: [Int]
    /// The steps between the items; one fewer than the items.
    package let steps: [Step]

    package init(items: [Int], steps: [Step]) {
        (self.items, self.steps) = (items, steps)
    }

    package var length: Int { steps.count }
}

extension CaseGraph {
    /// The chains from drivers, the items of that role, down to an item.
    package func chains(to position: Int) -> Chains {
        let drivers = `case`.items.indices.filter { kind(of: $0)?.role == .driver && $0 != position }
        return Chains(self, from: Set(drivers), to: position)
    }

    /// The chains between two items: those from the first down to the second, or else from the second down to the
    /// first, or else the links between the two that carry no flow, or else those over links in any direction, as between
    /// two projects of one agreement. Steps between parent and child in both directions are used only if no links connect
    /// the items. The first chain is the one that grades the connection of the two (`Connections.chain(to:)`); without a
    /// connection no chain has a grade.
    package func chains(from start: Int, to end: Int) -> Chains {
        let best = connections(of: start).chain(to: end)
        let down = Chains(self, from: [start], to: end)
        guard down.isEmpty else { return down.after(best) }
        let up = Chains(self, from: [end], to: start)
        guard up.isEmpty else { return up.after(best) }
        if best != nil { return Chains(self, only: chainsWithoutFlow(from: start, to: end)) }
        let links = Chains(self, from: [start], to: end, .links)
        return (links.isEmpty ? Chains(self, from: [start], to: end, .anyDirection) : links).after(nil)
    }

    /// The links without flow between two items, as chains of one step, the best first.
    private func chainsWithoutFlow(from start: Int, to end: Int) -> [Chain] {
        (outgoing[start].filter { $0.to == end } + incoming[start].filter { $0.from == end })
            .filter { $0.flow == .none }.map { Chain(items: [start, end], steps: [.link($0)]) }
            .sorted { cost(of: $0) < cost(of: $1) }
    }

    /// True if every step of a chain is a link with a source. A step between parent and child is the case author's
    /// reading.
    package func isSourced(_ chain: Chain) -> Bool {
        !chain.steps.contains(where: isReading)
    }

    /// The direction of a step of a chain; nil for one without flow.
    package func direction(of step: Chain.Step, to next: Int) -> Direction? {
        switch step {
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

    /// The steps from an item downstream, each with the next item, in the order of `steps(from:_:)`.
    package func steps(downstreamOf position: Int) -> [(item: Int, step: Chain.Step)] {
        var result: [(item: Int, step: Chain.Step)] = []
        forEachStep(from: position, .downstream) { result.append(($0, $1)) }
        return result
    }

    /// The steps that lead to an item, each with the previous item.
    func steps(to position: Int, _ course: Chains.Course) -> [(item: Int, step: Chain.Step)] {
        let isDownstream = course == .downstream
        var result: [(item: Int, step: Chain.Step)] = []
        for edge in outgoing[position] where !isDownstream || edge.flow == .backward {
            result.append((edge.to, .link(edge)))
        }
        for edge in incoming[position] where !isDownstream || edge.flow == .forward {
            result.append((edge.from, .link(edge)))
        }
        if course != .links, let parent = parents[position] { result.append((parent, .parent)) }
        if course == .anyDirection { result += children[position].map { ($0, .child) } }
        return result
    }

    /// The weight of the best chain from any of `starts` to each item from which `end` can be reached.
    func distances(from starts: Set<Int>, to end: Int, _ course: Chains.Course) -> [Int: Int] {
        var before: Set<Int> = [end]
        var frontier = [end]
        while let here = frontier.popLast() {
            for step in steps(to: here, course) where before.insert(step.item).inserted {
                frontier.append(step.item)
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
            func look(at next: Int, by step: Chain.Step) {
                guard before.contains(next) else { return }
                let sum = distance + cost(of: step, from: here, to: next).weight
                guard sum < distances[next] ?? .max else { return }
                distances[next] = sum
                queue.insert(next, at: ChainCost(weight: sum))
            }
            if course == .downstream {
                forEachStep(from: here, .downstream, look)
            } else {
                // On these courses every step can be taken in both directions.
                for (next, step) in steps(to: here, course) { look(at: next, by: step.reversed) }
            }
        }
        return distances
    }
}
