/// The strength of the connection between two items, determined by the best chain between them.
package enum Grade: Int, CaseIterable, Comparable, Hashable, Sendable {
    /// One link, or parent and child.
    case direct
    /// A chain with at most one step that is the case author's reading, and none that runs backwards in time.
    case wellFounded
    /// Any other chain.
    case farFetched

    /// A better grade is smaller.
    package static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

    /// The name of the grade in exports and on the command line.
    package var name: String {
        switch self {
        case .direct: "direct"
        case .wellFounded: "well-founded"
        case .farFetched: "far-fetched"
        }
    }

    /// The sign of the grade in the explorer.
    package var sign: Character {
        switch self {
        case .direct: "●"
        case .wellFounded: "◐"
        case .farFetched: "○"
        }
    }
}

/// The cost of a chain; the better of two chains has the smaller cost.
package struct ChainCost: Comparable, Hashable, Sendable {
    /// The number of steps that are the case author's reading: links without a source, and steps between parent and
    /// child.
    package var readings: Int
    /// The number of steps whose lower end began before its upper end.
    package var backwards: Int
    /// The number of all steps.
    package var length: Int

    package static func < (left: ChainCost, right: ChainCost) -> Bool {
        (left.readings, left.backwards, left.length) < (right.readings, right.backwards, right.length)
    }

    /// The cost as one number that is additive over the parts of a chain: 20 bits each for length and backward
    /// steps, the rest for readings.
    var weight: Int { readings << 40 + backwards << 20 + length }

    /// The cost of a sum of weights.
    init(weight: Int) {
        (readings, backwards, length) = (weight >> 40, weight >> 20 & 0xF_FFFF, weight & 0xF_FFFF)
    }

    package init(readings: Int = 0, backwards: Int = 0, length: Int = 0) {
        (self.readings, self.backwards, self.length) = (readings, backwards, length)
    }

    /// The grade of a connection whose best chain has this cost.
    package var grade: Grade {
        if length <= 1 { return .direct }
        return readings <= 1 && backwards == 0 ? .wellFounded : .farFetched
    }
}

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

    /// The cost of the best chain to a connected item; nil for other items.
    package func cost(of position: Int) -> ChainCost? { walks.compactMap { $0[position]?.cost }.min() }

    /// The grade of a connected item; nil where it is not connected, and for the origin.
    package func grade(of position: Int) -> Grade? { grades[position] }

    /// Whether in the best chain to a connected item something began before what stands above it: before its
    /// neighbour, or before an item farther up if those between have no date.
    package func runsBackwards(to position: Int) -> Bool {
        let reached = walks.compactMap { $0[position] }.min { $0.cost < $1.cost }
        return reached?.order.isBroken ?? false
    }

    /// The best chain between the origin and a connected item, with its upstream end first; nil for other items.
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
            ? Chain(items: items, steps: steps.map(\.reversed))
            : Chain(items: items.reversed(), steps: steps.reversed())
    }
}

extension CaseGraph {
    /// The direction of a walk: with the flow of influence, or against it.
    package enum Direction: CaseIterable, Sendable {
        /// From drivers towards projects.
        case downstream
        /// From projects towards drivers.
        case upstream
    }

    /// The positions one step away in a direction: along links whose relation has a flow, and between parent and
    /// child (the child is downstream). Links stated by the item come first, in the case's order, then links that
    /// name it.
    package func steps(from position: Int, _ direction: Direction) -> [Int] {
        var result: [Int] = []
        forEachStep(from: position, direction) { next, _ in result.append(next) }
        return result
    }

    /// Calls a function with each item one step away in a direction and the step that leads to it, in the order of
    /// `steps(from:_:)`.
    func forEachStep(
        from position: Int, _ direction: Direction, _ body: (_ next: Int, _ step: Chain.Step) -> Void
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

    /// For each item, true if it is connected to one of some items or is one of them.
    ///
    /// - Complexity: linear in the items reached and their links, for any number of origins.
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

    /// All items connected to an item, graded: those reached by walking only downstream or only upstream. A link
    /// without flow connects its two ends but ends the walk.
    ///
    /// - Complexity: linear in the items reached and their links.
    package func connections(of position: Int) -> Connections {
        Connections(position, in: self)
    }

    /// The best link of an item, as a chain of one step with its upstream end first; without links, the step from
    /// its parent; nil without either.
    package func strongestStep(of position: Int) -> Chain? {
        let edges = outgoing[position] + incoming[position]
        let chains = edges.filter { $0.from != $0.to }.map { edge in
            let isDown = edge.flow == .backward ? edge.from == position : edge.to == position
            let other = edge.from == position ? edge.to : edge.from
            return Chain(items: isDown ? [other, position] : [position, other], steps: [.link(edge)])
        }
        if let best = chains.min(by: { cost(of: $0) < cost(of: $1) }) { return best }
        return parents[position].map { Chain(items: [$0, position], steps: [.parent]) }
    }

    /// True for a step that is the case author's reading rather than a source's statement.
    package func standing(of step: Chain.Step) -> Link.Standing {
        switch step {
        case .link(let edge): link(edge).standing
        case .parent, .child: .interpretation
        }
    }

    /// Whether the case author answers for a step, wholly or for its classification.
    package func isReading(_ step: Chain.Step) -> Bool { standing(of: step) != .sourced }

    /// Whether what answers began before what it answers, as far as the dates of both tell: a date of a year begins
    /// somewhere in that year, and a doubtful one may be off. Where an item's beginning is not known its end counts.
    package func runsBackwards(from upper: Int, to lower: Int) -> Bool {
        guard let asked = beginnings[upper], let answered = beginnings[lower] else { return false }
        return answered.upperBound < asked.lowerBound
    }

    /// True if a step between two neighbours of a chain, in the order of the chain, runs backwards in time; false
    /// for a step without flow.
    package func runsBackwards(_ step: Chain.Step, from here: Int, to next: Int) -> Bool {
        switch direction(of: step, to: next) {
        case .downstream: runsBackwards(from: here, to: next)
        case .upstream: runsBackwards(from: next, to: here)
        case nil: false
        }
    }

    /// True if what answers along a link began before what it answers.
    package func runsBackwards(_ edge: Edge) -> Bool {
        runsBackwards(.link(edge), from: edge.from, to: edge.to)
    }

    /// For each step of a chain that leads to an item older than one above it, the position of the latter: of the
    /// neighbour, or of the youngest item farther up if those between have no date; nil where time runs on.
    package func predatedItems(in chain: Chain) -> [Int?] {
        var latest: (item: Int, day: Int)?
        return chain.steps.indices.map { number in
            let (here, next) = (chain.items[number], chain.items[number + 1])
            switch direction(of: chain.steps[number], to: next) {
            case .downstream:
                if let day = beginnings[here]?.lowerBound, day >= latest?.day ?? .min { latest = (here, day) }
                guard let latest, let answered = beginnings[next] else { return nil }
                return answered.upperBound < latest.day ? latest.item : nil
            case .upstream:
                latest = nil
                return runsBackwards(from: next, to: here) ? next : nil
            case nil:
                latest = nil
                return nil
            }
        }
    }

    /// The sign of a chain's grade, and ↶ behind it if something in it began before what stands above it.
    package func signs(of chain: Chain) -> String {
        let isBackwards = predatedItems(in: chain).contains { $0 != nil }
        return String(cost(of: chain).grade.sign) + (isBackwards ? "↶" : "")
    }

    /// The cost that a step adds to a chain.
    func cost(of step: Chain.Step, from here: Int, to next: Int) -> ChainCost {
        var cost = ChainCost()
        cost.length = 1
        cost.readings = isReading(step) ? 1 : 0
        cost.backwards = runsBackwards(step, from: here, to: next) ? 1 : 0
        return cost
    }

    package func cost(of chain: Chain) -> ChainCost {
        chain.steps.indices.reduce(into: ChainCost()) { sum, number in
            sum += cost(of: chain.steps[number], from: chain.items[number], to: chain.items[number + 1])
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

/// A queue of positions by cost. Each step adds at most one to every part of a cost, so that buckets replace a heap
/// and the whole walk is linear.
struct CostQueue {
    /// The positions by readings, then backward steps, then length.
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

    /// Removes the position with the smallest cost; of equal ones the one inserted first.
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
