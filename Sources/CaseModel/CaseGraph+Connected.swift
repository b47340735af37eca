/// How an item is connected to another one.
package enum Nearness: Hashable, Sendable {
    /// One step away: by a link, or as parent or child.
    case near
    /// Further away, by way of the items between.
    case indirect
}

/// The items that are connected to one item, and by which way.
package struct Connections: Equatable, Sendable {
    /// The position of the item that the walk started from.
    package let origin: Int
    /// How near each connected item is; the origin itself is not in it.
    package fileprivate(set) var nearness: [Int: Nearness] = [:]
    fileprivate var previous: [Int: Int] = [:]

    /// Whether the item at a position is connected, or is the origin itself.
    package func includes(_ position: Int) -> Bool {
        position == origin || nearness[position] != nil
    }

    /// The positions between the origin and a connected item, along a shortest way; empty if it is near, nil
    /// if it is not connected.
    package func between(_ position: Int) -> [Int]? {
        guard let nearness = nearness[position] else { return nil }
        guard nearness == .indirect else { return [] }
        var way: [Int] = []
        var here = position
        while let before = previous[here], before != origin {
            way.append(before)
            here = before
        }
        return way.reversed()
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
        let stating: Relation.Flow = direction == .downstream ? .forward : .backward
        let named: Relation.Flow = direction == .downstream ? .backward : .forward
        var result: [Int] = []
        for edge in outgoing[position] where edge.flow == stating { result.append(edge.to) }
        for edge in incoming[position] where edge.flow == named { result.append(edge.from) }
        switch direction {
        case .downstream: result += children[position]
        case .upstream: if let parent = parents[position] { result.append(parent) }
        }
        return result
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

    /// Everything connected to an item: what a walk reaches that goes only downstream or only upstream. A
    /// link that carries no flow connects its two ends and leads no further.
    ///
    /// - Complexity: linear in the items reached and their links.
    package func connections(of position: Int) -> Connections {
        var result = Connections(origin: position)
        for edge in outgoing[position] where edge.to != position { result.nearness[edge.to] = .near }
        for edge in incoming[position] where edge.from != position { result.nearness[edge.from] = .near }
        for direction in Direction.allCases {
            var reached: Set<Int> = [position]
            var frontier = [position]
            var isFirstStep = true
            while !frontier.isEmpty {
                var next: [Int] = []
                for here in frontier {
                    for there in steps(from: here, direction) where reached.insert(there).inserted {
                        next.append(there)
                        if isFirstStep {
                            result.nearness[there] = .near
                        } else if result.nearness[there] == nil {
                            result.nearness[there] = .indirect
                            result.previous[there] = here
                        }
                        if result.previous[there] == nil { result.previous[there] = here }
                    }
                }
                frontier = next
                isFirstStep = false
            }
        }
        return result
    }
}
