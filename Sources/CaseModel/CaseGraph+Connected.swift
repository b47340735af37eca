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
            let (upper, lower) = edge.ends ?? (edge.from, edge.to)
            return Chain(items: [upper, lower], steps: [.link(edge)])
        }
        if let best = chains.min(by: { cost(of: $0) < cost(of: $1) }) { return best }
        return parents[position].map { Chain(items: [$0, position], steps: [.parent]) }
    }

    /// Whose word a step is; one between parent and child is the case author's reading.
    package func standing(of step: Chain.Step) -> Link.Standing {
        switch step {
        case .link(let edge): edge.standing
        case .parent, .child: .interpretation
        }
    }

    /// Whether the case author answers for a step, wholly or for its classification.
    package func isReading(_ step: Chain.Step) -> Bool { standing(of: step) != .sourced }

    /// The sign of a chain's grade, and ↶ behind it if something in it began before what stands above it.
    package func signs(of chain: Chain) -> String {
        let isBackwards = predatedItems(in: chain).contains { $0 != nil }
        return String(cost(of: chain).grade.sign) + (isBackwards ? "↶" : "")
    }

    /// The cost that a step adds to a chain.
    func cost(of step: Chain.Step, from here: Int, to next: Int) -> ChainCost {
        ChainCost(
            readings: isReading(step) ? 1 : 0, backwards: runsBackwards(step, from: here, to: next) ? 1 : 0,
            length: 1)
    }

    package func cost(of chain: Chain) -> ChainCost {
        chain.steps.indices.reduce(into: ChainCost()) { sum, number in
            sum += cost(of: chain.steps[number], from: chain.items[number], to: chain.items[number + 1])
        }
    }
}
