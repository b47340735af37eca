/// The chains between items, found one by one as they are asked for, the best first: fewest readings of the case
/// author, then fewest steps backwards in time, then the shortest (see `ChainCost`).
///
/// There may be more chains than could ever be listed, so none is looked for before its turn. The search goes
/// back from the end (A* over simple paths; see Hart, Nilsson and Raphael, 1968). For every item it knows the weight
/// of the best way from a start, and before it goes on from a tail it makes sure that a start can be reached from
/// there without going through an item twice: each step it takes is one of a chain, and no maze without a way out
/// holds it up. What is kept grows with the chains that were asked for, and slowly, not with those that there are.
package struct Chains: Sequence, IteratorProtocol, Sendable {
    /// Which bonds chains are made of.
    enum Course: Sendable {
        /// Those that lead downstream.
        case downstream
        /// Links, whichever way they lead.
        case links
        /// All there are, whichever way they lead.
        case anyWay
    }

    private let graph: CaseGraph
    private let starts: Set<Int>
    private let course: Course
    private let distances: [Int: Int]
    private var open: [Tail] = []
    private var found = 0
    /// How many items have been looked at so far, for those who want to know what a chain costs.
    private(set) var looks = 0

    /// The chains that lead from any of `starts` to `end`.
    init(_ graph: CaseGraph, from starts: Set<Int>, to end: Int, _ course: Course = .downstream) {
        self.graph = graph
        self.starts = starts
        self.course = course
        distances = graph.distances(from: starts, to: end, course)
        if let distance = distances[end] {
            push(Tail(way: .end(end), weight: 0, length: 0, bound: distance, number: 0))
        }
    }

    /// Whether there is any chain, or any further one.
    package var isEmpty: Bool {
        var rest = self
        return rest.next() == nil
    }

    /// The next best chain, or nil after the last.
    package mutating func next() -> Chain? {
        while var tail = popFirst() {
            if !tail.isBegun {
                if tail.length > 0, starts.contains(tail.way.first) { return tail.way.chain }
                guard let left = distance(beyond: tail) else { continue }
                if tail.weight + left > tail.bound {
                    // The straight way is barred by the tail itself; its turn comes later.
                    tail.bound = tail.weight + left
                    push(tail)
                    continue
                }
            }
            goOn(from: tail)
        }
        return nil
    }

    /// Goes one step further back from a tail, but only to where the way is no worse than it has to be now; for
    /// the rest the tail comes up again. So few tails wait at a time, and not all that branch off.
    private mutating func goOn(from tail: Tail) {
        var later = Int.max
        for (before, bond) in graph.bonds(to: tail.way.first, course) {
            looks += 1
            guard let distance = distances[before] else { continue }
            let weight = tail.weight + graph.cost(of: bond, from: before, to: tail.way.first).weight
            let bound = weight + distance
            if bound > tail.bound { later = Swift.min(later, bound) }
            guard tail.isBegun ? bound == tail.bound : bound <= tail.bound, !tail.way.contains(before)
            else { continue }
            found += 1
            push(
                Tail(
                    way: .step(before, bond, tail.way), weight: weight, length: tail.length + 1,
                    bound: tail.bound, number: found))
        }
        guard later < .max else { return }
        var rest = tail
        (rest.bound, rest.isBegun) = (later, true)
        push(rest)
    }

    /// The weight of the best way from a start to the beginning of a tail that does not go through the tail; nil if
    /// there is none.
    private mutating func distance(beyond tail: Tail) -> Int? {
        if let distance = distances[tail.way.first], leadsStraight(tail) { return distance }
        let barred = Set(tail.way.items.dropFirst())
        var best: [Int: Int] = [tail.way.first: 0]
        var isDone: Set<Int> = []
        var queue = CostQueue()
        queue.insert(tail.way.first, at: ChainCost())
        while let here = queue.popFirst() {
            guard isDone.insert(here).inserted, let weight = best[here] else { continue }
            if here != tail.way.first, starts.contains(here) { return weight }
            for (before, step) in graph.bonds(to: here, course)
            where distances[before] != nil && !barred.contains(before) && !isDone.contains(before) {
                looks += 1
                let sum = weight + graph.cost(of: step, from: before, to: here).weight
                guard sum < best[before] ?? .max else { continue }
                best[before] = sum
                queue.insert(before, at: ChainCost(weight: sum))
            }
        }
        return nil
    }

    /// Whether going always to the first item on a best way to a start leads to one.
    private mutating func leadsStraight(_ tail: Tail) -> Bool {
        var here = tail.way.first
        while let distance = distances[here], distance > 0 {
            looks += 1
            let nearer = graph.bonds(to: here, course).first { before, step in
                !tail.way.contains(before)
                    && distances[before].map {
                        $0 + graph.cost(of: step, from: before, to: here).weight == distance
                    } == true
            }
            guard let nearer else { return false }
            here = nearer.item
        }
        return !starts.contains(tail.way.first)
    }

    // A binary heap, the tail with the least bound on top.
    private mutating func push(_ tail: Tail) {
        open.append(tail)
        var child = open.count - 1
        while child > 0, open[child].precedes(open[(child - 1) / 2]) {
            open.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func popFirst() -> Tail? {
        guard !open.isEmpty else { return nil }
        open.swapAt(0, open.count - 1)
        let first = open.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in 2 * parent + 1..<2 * parent + 3 where child < open.count {
                if open[child].precedes(open[least]) { least = child }
            }
            if least == parent { return first }
            open.swapAt(parent, least)
            parent = least
        }
    }
}

/// A part of a chain, from some item down to the end.
private struct Tail: Sendable {
    /// The items with what leads from each to the next; tails have what they end in in common.
    indirect enum Way: Sendable {
        case end(Int)
        case step(Int, Chain.ChainStep, Way)

        /// The item that it begins with.
        var first: Int {
            switch self {
            case .end(let item), .step(let item, _, _): item
            }
        }

        var items: [Int] { chain.items }

        /// The way as a chain.
        var chain: Chain {
            var (items, bonds): ([Int], [Chain.ChainStep]) = ([], [])
            var way = self
            while case .step(let item, let bond, let rest) = way {
                items.append(item)
                bonds.append(bond)
                way = rest
            }
            return Chain(items: items + [way.first], bonds: bonds)
        }

        func contains(_ wanted: Int) -> Bool {
            var way = self
            while case .step(let item, _, let rest) = way {
                if item == wanted { return true }
                way = rest
            }
            return way.first == wanted
        }
    }

    let way: Way
    /// The weight of its steps, and how many they are.
    let weight: Int
    let length: Int
    /// The weight that the whole chain will have at least.
    var bound: Int
    /// When it was found, so that of two equally long the earlier comes first.
    let number: Int
    /// Whether it has already been gone on from to where the way weighs less than `bound`.
    var isBegun = false

    /// Of equal ones the one nearest to its end goes first: going through them side by side would
    /// take all the chains there are before the first is whole.
    func precedes(_ other: Tail) -> Bool {
        (bound, -length, number) < (other.bound, -other.length, other.number)
    }
}
