/// The chains between items, found one by one on demand, the best first: fewest readings of the case author, then
/// fewest steps backwards in time, then the shortest (see `ChainCost`).
///
/// There may be far more chains than can be listed, so that none is searched for before it is asked for. The search
/// goes back from the end: A* over simple paths (Hart, Nilsson and Raphael, 1968). For every item it knows the
/// weight of the best path from a start, and before it extends a tail it checks that a start can be reached without
/// visiting an item twice. Every step taken therefore belongs to a chain, and dead ends cost nothing. Memory grows
/// slowly with the number of chains asked for, and not with the number that exist.
package struct Chains: Sequence, IteratorProtocol, Sendable {
    /// The steps of which chains consist.
    enum Course: Sendable {
        /// Downstream steps.
        case downstream
        /// Links in any direction.
        case links
        /// Links, and steps between parent and child, in any direction.
        case anyDirection
    }

    private let graph: CaseGraph
    private let starts: Set<Int>
    private let course: Course
    private let distances: [Int: Int]
    /// False where the ends are not connected, and the chains turn round on the way.
    package private(set) var areConnections = true
    /// Chains that are known before, the best first; they come first, and not again.
    private var known: [Chain] = []
    private var knownTaken = 0
    /// The tails that are not extended yet, the smallest bound first.
    private var open = Heap<Tail> { $0.precedes($1) }
    private var found = 0
    /// The number of items looked at so far, a measure of the cost.
    private(set) var visits = 0

    /// The chains from any of `starts` to `end`.
    init(_ graph: CaseGraph, from starts: Set<Int>, to end: Int, _ course: Course = .downstream) {
        self.graph = graph
        self.starts = starts
        self.course = course
        distances = graph.distances(from: starts, to: end, course)
        if let distance = distances[end] {
            open.push(Tail(path: .end(end), weight: 0, length: 0, bound: distance, number: 0))
        }
    }

    /// The same chains after the one that is known to be the best, by which the ends are connected, whether or not it is
    /// among them; without one the ends are not connected.
    func after(_ best: Chain?) -> Chains {
        var chains = self
        chains.known = [best].compactMap(\.self)
        chains.areConnections = best != nil
        return chains
    }

    /// These chains alone, by which two items are connected, the best first.
    init(_ graph: CaseGraph, only known: [Chain]) {
        self.init(graph, from: [], to: 0)
        self.known = known
    }

    /// True if there is no further chain.
    package var isEmpty: Bool {
        var rest = self
        return rest.next() == nil
    }

    /// How many chains there are, counted as far as a limit.
    package struct Count: Equatable, Sendable {
        /// The number of chains counted.
        package let number: Int
        /// False if there are more.
        package let isComplete: Bool
    }

    /// The number of chains up to which they are counted for display.
    package static let mostCounted = 200

    /// The number of chains still to come.
    package func count(upTo limit: Int) -> Count {
        var rest = self
        var number = 0
        while number < limit, rest.next() != nil { number += 1 }
        return Count(number: number, isComplete: number < limit || rest.next() == nil)
    }

    /// The next best chain; nil after the last.
    package mutating func next() -> Chain? {
        if knownTaken < known.count {
            knownTaken += 1
            return known[knownTaken - 1]
        }
        while let chain = search() {
            if !known.contains(chain) { return chain }
        }
        return nil
    }

    private mutating func search() -> Chain? {
        while var tail = open.popFirst() {
            if !tail.isPartlyExtended {
                if tail.length > 0, starts.contains(tail.path.first) { return tail.path.chain }
                guard let left = distance(beyond: tail) else { continue }
                if tail.weight + left > tail.bound {
                    // The tail itself blocks the best path; it is tried again later.
                    tail.bound = tail.weight + left
                    open.push(tail)
                    continue
                }
            }
            extend(tail)
        }
        return nil
    }

    /// Extends a tail by one step, but only to items whose bound equals the tail's; the tail is queued again with
    /// the next larger bound. Few tails are therefore queued at a time instead of every branch.
    private mutating func extend(_ tail: Tail) {
        var later = Int.max
        for (before, step) in graph.steps(to: tail.path.first, course) {
            visits += 1
            guard let distance = distances[before] else { continue }
            let weight = tail.weight + graph.cost(of: step, from: before, to: tail.path.first).weight
            let bound = weight + distance
            if bound > tail.bound { later = Swift.min(later, bound) }
            guard tail.isPartlyExtended ? bound == tail.bound : bound <= tail.bound,
                !tail.path.contains(before)
            else { continue }
            found += 1
            open.push(
                Tail(
                    path: .step(before, step, tail.path), weight: weight, length: tail.length + 1,
                    bound: tail.bound, number: found))
        }
        guard later < .max else { return }
        var rest = tail
        (rest.bound, rest.isPartlyExtended) = (later, true)
        open.push(rest)
    }

    /// The weight of the best path from a start to the beginning of a tail that avoids the tail; nil without one.
    private mutating func distance(beyond tail: Tail) -> Int? {
        if let distance = distances[tail.path.first], canFollowBestPath(from: tail) { return distance }
        let barred = Set(tail.path.items.dropFirst())
        var best: [Int: Int] = [tail.path.first: 0]
        var isDone: Set<Int> = []
        var queue = CostQueue()
        queue.insert(tail.path.first, at: ChainCost())
        while let here = queue.popFirst() {
            guard isDone.insert(here).inserted, let weight = best[here] else { continue }
            if here != tail.path.first, starts.contains(here) { return weight }
            for (before, step) in graph.steps(to: here, course)
            where distances[before] != nil && !barred.contains(before) && !isDone.contains(before) {
                visits += 1
                let sum = weight + graph.cost(of: step, from: before, to: here).weight
                guard sum < best[before] ?? .max else { continue }
                best[before] = sum
                queue.insert(before, at: ChainCost(weight: sum))
            }
        }
        return nil
    }

    /// True if following a best path to a start greedily succeeds without meeting the tail.
    private mutating func canFollowBestPath(from tail: Tail) -> Bool {
        var here = tail.path.first
        while let distance = distances[here], distance > 0 {
            visits += 1
            let nearer = graph.steps(to: here, course).first { before, step in
                !tail.path.contains(before)
                    && distances[before].map {
                        $0 + graph.cost(of: step, from: before, to: here).weight == distance
                    } == true
            }
            guard let nearer else { return false }
            here = nearer.item
        }
        return !starts.contains(tail.path.first)
    }
}

/// The end of a chain, from some item on.
private struct Tail: Sendable {
    /// The items and steps as a linked list; tails share their common ends.
    indirect enum Path: Sendable {
        case end(Int)
        case step(Int, Chain.Step, Path)

        /// The first item.
        var first: Int {
            switch self {
            case .end(let item), .step(let item, _, _): item
            }
        }

        var items: [Int] { chain.items }

        var chain: Chain {
            var (items, steps): ([Int], [Chain.Step]) = ([], [])
            var path = self
            while case .step(let item, let step, let rest) = path {
                items.append(item)
                steps.append(step)
                path = rest
            }
            return Chain(items: items + [path.first], steps: steps)
        }

        func contains(_ wanted: Int) -> Bool {
            var path = self
            while case .step(let item, _, let rest) = path {
                if item == wanted { return true }
                path = rest
            }
            return path.first == wanted
        }
    }

    let path: Path
    /// The weight and the number of its steps.
    let weight: Int
    let length: Int
    /// The least weight of a whole chain with this tail.
    var bound: Int
    /// The order of discovery; of equally good tails the earlier one comes first.
    let number: Int
    /// True after extension to items with a bound smaller than `bound`.
    var isPartlyExtended = false

    /// Among equal bounds the longest tail comes first: extending all of them in parallel would visit all chains
    /// before the first is complete.
    func precedes(_ other: Tail) -> Bool {
        (bound, -length, number) < (other.bound, -other.length, other.number)
    }
}
