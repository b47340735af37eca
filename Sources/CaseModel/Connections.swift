/// The items connected to one item, each with the best chain to it.
package struct Connections: Equatable, Sendable {
    /// A connected item, reached by the best chain.
    private struct Reached: Equatable {
        var cost: ChainCost
        /// The previous item of the chain from the origin.
        let previous: Int
        let step: Chain.Step
        let direction: CaseGraph.Direction?
        /// The days within which the chain's next item has to begin, as far as dates tell.
        var order = TimeOrder()
    }

    /// How far the items of a walk stand in the order of time.
    private struct TimeOrder: Equatable {
        /// The latest of the first days on which an item above can have begun.
        private var latest = Int.min
        /// The earliest of the last days on which an item below can have begun.
        private var earliest = Int.max
        /// True if an item began before one that stands above it, next to it or farther.
        private(set) var isBroken = false

        /// Goes on to an item with its first days, if they are known.
        mutating func go(_ direction: CaseGraph.Direction, to beginning: ClosedRange<Int>?) {
            guard let beginning else { return }
            switch direction {
            case .downstream:
                isBroken = isBroken || beginning.upperBound < latest
                latest = max(latest, beginning.lowerBound)
            case .upstream:
                isBroken = isBroken || beginning.lowerBound > earliest
                earliest = min(earliest, beginning.upperBound)
            }
        }
    }

    /// The items reached in one way: downstream, upstream, or over links without flow.
    private typealias Walk = [Int: Reached]

    /// The position of the item from which the walk starts.
    package let origin: Int
    private var walks: [Walk] = []

    /// The grade of each connected item; the origin is not among them. Every row of the panes asks for its own.
    package private(set) var grades: [Int: Grade] = [:]

    /// The positions of the connected items, each once, in no particular order; the origin is not among them.
    package var positions: Set<Int> { Set(grades.keys) }

    /// Whether the item at a position is connected, or is the origin itself.
    package func includes(_ position: Int) -> Bool { position == origin || grades[position] != nil }

    /// The walk that reaches an item by the best chain, and how; nil for items that are not connected.
    private func best(to position: Int) -> (walk: Walk, reached: Reached)? {
        var best: (walk: Walk, reached: Reached)?
        for walk in walks {
            guard let reached = walk[position] else { continue }
            if let known = best, known.reached.cost <= reached.cost { continue }
            best = (walk, reached)
        }
        return best
    }

    /// The cost of the best chain to a connected item; nil for other items.
    package func cost(of position: Int) -> ChainCost? { best(to: position)?.reached.cost }

    /// The grade of a connected item; nil where it is not connected, and for the origin.
    package func grade(of position: Int) -> Grade? { grades[position] }

    /// Whether in the best chain to a connected item something began before what stands above it: before its
    /// neighbour, or before an item farther up if those between have no date.
    package func runsBackwards(to position: Int) -> Bool {
        best(to: position)?.reached.order.isBroken ?? false
    }

    /// The best chain between the origin and a connected item, with its upstream end first; nil for other items.
    package func chain(to position: Int) -> Chain? {
        guard let (walk, last) = best(to: position) else { return nil }
        var items = [position]
        var steps = [last.step]
        var here = last.previous
        while here != origin, let before = walk[here] {
            items.append(here)
            steps.append(before.step)
            here = before.previous
        }
        items.append(origin)
        return last.direction == .upstream
            ? Chain(items: items, steps: steps.map(\.reversed))
            : Chain(items: items.reversed(), steps: steps.reversed())
    }
}

// How they are found: one walk downstream, one upstream, one over the links without flow.
extension Connections {
    init(_ origin: Int, in graph: CaseGraph) {
        self.origin = origin
        walks = [neighbours(in: graph)] + CaseGraph.Direction.allCases.map { walk($0, in: graph) }
        for walk in walks {
            for (position, reached) in walk {
                // Reached in more than one way, an item has the grade of the best.
                let best = grades[position] == nil ? reached.cost : cost(of: position) ?? reached.cost
                grades[position] = best.grade
            }
        }
    }

    /// The other ends of links without flow.
    private func neighbours(in graph: CaseGraph) -> Walk {
        var found: Walk = [:]
        let stated = graph.outgoing[origin].map { ($0, $0.to) }
        let named = graph.incoming[origin].map { ($0, $0.from) }
        for (edge, end) in stated + named where edge.flow == .none && end != origin {
            let cost = graph.cost(of: .link(edge), from: origin, to: end)
            if let known = found[end], known.cost <= cost { continue }
            found[end] = Reached(cost: cost, previous: origin, step: .link(edge), direction: nil)
        }
        return found
    }

    /// The items reached in one direction, the best chains first.
    private func walk(_ direction: CaseGraph.Direction, in graph: CaseGraph) -> Walk {
        var found: Walk = [:]
        var isDone: Set<Int> = [origin]
        var queue = CostQueue()
        func look(from here: Int, at cost: ChainCost, in order: TimeOrder) {
            graph.forEachStep(from: here, direction) { next, step in
                guard !isDone.contains(next) else { return }
                var (cost, order) = (cost, order)
                cost += graph.cost(of: step, from: here, to: next)
                if let known = found[next], known.cost <= cost { return }
                order.go(direction, to: graph.beginnings[next])
                found[next] = Reached(
                    cost: cost, previous: here, step: step, direction: direction, order: order)
                queue.insert(next, at: cost)
            }
        }
        var order = TimeOrder()
        order.go(direction, to: graph.beginnings[origin])
        look(from: origin, at: ChainCost(), in: order)
        while let next = queue.popFirst() {
            guard isDone.insert(next).inserted, let reached = found[next] else { continue }
            look(from: next, at: reached.cost, in: reached.order)
        }
        return found
    }
}
