/// How well an item is connected to another one, told by the best chain between the two.
package enum Grade: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// One link, or parent and child.
    case direct
    /// At most one step that is the case author's reading, and no step that runs backwards in time.
    case wellFounded
    /// Any other chain.
    case farFetched

    /// The better grade is the smaller one.
    package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

    /// The sign that stands for the grade wherever it is shown.
    package var sign: Character {
        switch self {
        case .direct: "●"
        case .wellFounded: "◐"
        case .farFetched: "○"
        }
    }
}

/// What counts against a chain. Of two chains the one with the smaller cost is the better one.
package struct ChainCost: Comparable, Hashable, Sendable {
    /// Steps that the case author answers for: links without a source, and steps between parent and child.
    package var readings: Int
    /// Steps whose lower end began before its upper end.
    package var backwards: Int
    /// All steps.
    package var length: Int

    package static func < (left: ChainCost, right: ChainCost) -> Bool {
        (left.readings, left.backwards, left.length) < (right.readings, right.backwards, right.length)
    }

    /// The cost as one number that grows with it and adds up over the parts of a chain: 20 bits each for steps and
    /// steps backwards, the rest for readings.
    var weight: Int { readings << 40 + backwards << 20 + length }

    /// The cost that a sum of weights stands for.
    init(weight: Int) {
        (readings, backwards, length) = (weight >> 40, weight >> 20 & 0xF_FFFF, weight & 0xF_FFFF)
    }

    /// A cost of so many readings, steps backwards and steps in all.
    package init(readings: Int = 0, backwards: Int = 0, length: Int = 0) {
        (self.readings, self.backwards, self.length) = (readings, backwards, length)
    }

    /// The grade of a connection whose best chain has this cost.
    package var grade: Grade {
        if length <= 1 { return .direct }
        return readings <= 1 && backwards == 0 ? .wellFounded : .farFetched
    }
}

/// The items that are connected to one item: how well, and by which chain.
package struct Connections: Equatable, Sendable {
    /// One connected item, reached by the best chain.
    private struct Reached: Equatable {
        var cost: ChainCost
        /// The item before it on the chain from the origin.
        let previous: Int
        let step: Chain.ChainStep
        let direction: CaseGraph.Direction?
    }

    /// What is reached in one way: downstream, upstream, or over links without flow.
    private typealias Walk = [Int: Reached]

    /// The position of the item that the walk started from.
    package let origin: Int
    private var walks: [Walk] = []

    /// The positions of the connected items, each once, in no particular order; the origin is not among them.
    package private(set) var positions: Set<Int> = []

    /// Whether the item at a position is connected, or is the origin itself.
    package func includes(_ position: Int) -> Bool { position == origin || positions.contains(position) }

    /// The cost of the best chain to a connected item; nil where there is none.
    package func cost(of position: Int) -> ChainCost? { walks.compactMap { $0[position]?.cost }.min() }

    /// The grade of a connected item; nil where it is not connected, and for the origin.
    package func grade(of position: Int) -> Grade? { cost(of: position)?.grade }

    /// The best chain between the origin and a connected item, its upstream end first; nil where there is none.
    package func chain(to position: Int) -> Chain? {
        let ways = walks.filter { $0[position] != nil }
        guard let walk = ways.min(by: { $0[position]!.cost < $1[position]!.cost }), let last = walk[position]
        else { return nil }
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
            ? Chain(items: items, bonds: steps.map(\.reversed))
            : Chain(items: items.reversed(), bonds: steps.reversed())
    }
}

extension CaseGraph {
    /// Which way a walk goes: with the influence, or against it.
    package enum Direction: CaseIterable, Sendable {
        /// From drivers towards projects.
        case downstream
        /// From projects towards drivers.
        case upstream
    }

    /// The positions one step away in a direction: along links whose relation flows, and from parent to child
    /// (which is downstream). Links stated in the case's order come first, then those that name the item.
    package func steps(from position: Int, _ direction: Direction) -> [Int] {
        var result: [Int] = []
        forEachStep(from: position, direction) { next, _ in result.append(next) }
        return result
    }

    /// Calls a function with each item one step away in a direction and the step that leads there, in the order of
    /// `steps(from:_:)`.
    func forEachStep(
        from position: Int, _ direction: Direction, _ body: (_ next: Int, _ step: Chain.ChainStep) -> Void
    ) {
        let stating: Relation.Flow = direction == .downstream ? .forward : .backward
        let named: Relation.Flow = direction == .downstream ? .backward : .forward
        for edge in outgoing[position] where edge.flow == stating { body(edge.to, .link(edge)) }
        for edge in incoming[position] where edge.flow == named { body(edge.from, .link(edge)) }
        switch direction {
        case .downstream: for child in children[position] { body(child, .parent) }
        case .upstream: if let parent = parents[position] { body(parent, .child) }
        }
    }

    /// For each item, whether it is connected to one of some items, or is one of them.
    ///
    /// - Complexity: linear in the items reached and their links, however many items one starts from.
    package func areConnected(withAnyOf origins: [Int]) -> [Bool] {
        var result = [Bool](repeating: false, count: `case`.items.count)
        for origin in origins {
            for edge in outgoing[origin] { result[edge.to] = true }
            for edge in incoming[origin] { result[edge.from] = true }
        }
        for direction in Direction.allCases {
            var isReached = [Bool](repeating: false, count: `case`.items.count)
            var ahead = origins
            while let here = ahead.popLast() {
                guard !isReached[here] else { continue }
                isReached[here] = true
                result[here] = true
                ahead += steps(from: here, direction)
            }
        }
        return result
    }

    /// Everything connected to an item, graded: what a walk reaches that goes only downstream or only upstream. A
    /// link that carries no flow connects its two ends and leads no further.
    ///
    /// - Complexity: linear in the items reached and their links.
    package func connections(of position: Int) -> Connections {
        Connections(position, in: self)
    }

    /// The link of an item that counts least against it, as a chain of one step with its upstream end first; where it
    /// has none, the step from its parent; nil where it has neither.
    package func strongestStep(of position: Int) -> Chain? {
        let edges = outgoing[position] + incoming[position]
        let chains = edges.filter { $0.from != $0.to }.map { edge in
            let isDown = edge.flow == .backward ? edge.from == position : edge.to == position
            let other = edge.from == position ? edge.to : edge.from
            return Chain(items: isDown ? [other, position] : [position, other], bonds: [.link(edge)])
        }
        if let best = chains.min(by: { cost(of: $0) < cost(of: $1) }) { return best }
        return parents[position].map { Chain(items: [$0, position], bonds: [.parent]) }
    }

    /// Whose word a step is; standing under a parent is the case author's ordering.
    package func standing(of step: Chain.ChainStep) -> Link.Standing {
        switch step {
        case .link(let edge): link(edge).standing
        case .parent, .child: .interpretation
        }
    }

    /// Whether the case author answers for a step, wholly or for its classification.
    package func isReading(_ step: Chain.ChainStep) -> Bool { standing(of: step) != .sourced }

    /// Whether what answers began before what it answers, as far as the dates of both tell: a date of a year begins
    /// somewhere in that year. Where an item has no beginning its end counts.
    package func runsBackwards(from upper: Int, to lower: Int) -> Bool {
        guard let asked = beginnings[upper], let answered = beginnings[lower] else { return false }
        return answered.upperBound < asked.lowerBound
    }

    /// Whether a step between two neighbours of a chain, in the order in which the chain names them, runs backwards
    /// in time; a step without flow never does.
    package func runsBackwards(_ step: Chain.ChainStep, from here: Int, to next: Int) -> Bool {
        switch direction(of: step, to: next) {
        case .downstream: runsBackwards(from: here, to: next)
        case .upstream: runsBackwards(from: next, to: here)
        case nil: false
        }
    }

    /// For each step of a chain, whether it runs backwards in time.
    package func backwardsSteps(of chain: Chain) -> [Bool] {
        chain.bonds.indices.map {
            runsBackwards(chain.bonds[$0], from: chain.items[$0], to: chain.items[$0 + 1])
        }
    }

    /// What one step adds to the cost of a chain.
    func cost(of step: Chain.ChainStep, from here: Int, to next: Int) -> ChainCost {
        var cost = ChainCost()
        cost.length = 1
        cost.readings = isReading(step) ? 1 : 0
        cost.backwards = runsBackwards(step, from: here, to: next) ? 1 : 0
        return cost
    }

    /// The cost of a chain.
    package func cost(of chain: Chain) -> ChainCost {
        chain.bonds.indices.reduce(into: ChainCost()) { sum, number in
            sum += cost(of: chain.bonds[number], from: chain.items[number], to: chain.items[number + 1])
        }
    }
}

extension ChainCost {
    static func += (left: inout ChainCost, right: ChainCost) {
        left.readings += right.readings
        left.backwards += right.backwards
        left.length += right.length
    }
}

extension Connections {
    fileprivate init(_ origin: Int, in graph: CaseGraph) {
        self.origin = origin
        walks = [neighbours(in: graph)] + CaseGraph.Direction.allCases.map { walk($0, in: graph) }
        for walk in walks { positions.formUnion(walk.keys) }
    }

    /// The far ends of links without flow.
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

    /// What is reached in one direction, the best chains first.
    private func walk(_ direction: CaseGraph.Direction, in graph: CaseGraph) -> Walk {
        var found: Walk = [:]
        var isDone: Set<Int> = [origin]
        var queue = CostQueue()
        func look(from here: Int, at cost: ChainCost) {
            graph.forEachStep(from: here, direction) { next, step in
                guard !isDone.contains(next) else { return }
                var cost = cost
                cost += graph.cost(of: step, from: here, to: next)
                if let known = found[next], known.cost <= cost { return }
                found[next] = Reached(cost: cost, previous: here, step: step, direction: direction)
                queue.insert(next, at: cost)
            }
        }
        look(from: origin, at: ChainCost())
        while let next = queue.popFirst() {
            guard isDone.insert(next).inserted, let cost = found[next]?.cost else { continue }
            look(from: next, at: cost)
        }
        return found
    }
}

/// A queue of positions by cost. Each step adds at most one to every part of a cost, so buckets do for a heap, and
/// the whole walk is linear.
struct CostQueue {
    /// The positions by readings, then steps backwards, then length.
    private var buckets: [[[[Int]]]] = []
    private var (readings, backwards, length, next) = (0, 0, 0, 0)

    mutating func insert(_ position: Int, at cost: ChainCost) {
        while buckets.count <= cost.readings { buckets.append([]) }
        while buckets[cost.readings].count <= cost.backwards { buckets[cost.readings].append([]) }
        while buckets[cost.readings][cost.backwards].count <= cost.length {
            buckets[cost.readings][cost.backwards].append([])
        }
        buckets[cost.readings][cost.backwards][cost.length].append(position)
    }

    /// The position with the smallest cost, of equal ones the one that came first.
    mutating func popFirst() -> Int? {
        while readings < buckets.count {
            while backwards < buckets[readings].count {
                while length < buckets[readings][backwards].count {
                    if next < buckets[readings][backwards][length].count {
                        next += 1
                        return buckets[readings][backwards][length][next - 1]
                    }
                    (length, next) = (length + 1, 0)
                }
                (backwards, length) = (backwards + 1, 0)
            }
            (readings, backwards) = (readings + 1, 0)
        }
        return nil
    }
}
