/// The chains between items, found one by one as they are asked for, shortest first.
///
/// There may be more chains than could ever be listed, so none is looked for before its turn. The search goes
/// back from the end (A* over simple paths; see Hart, Nilsson and Raphael, 1968). Of every item it knows how far the
/// nearest start is, and before it goes on from a tail it makes sure that a start can be reached from there without
/// going through an item twice: each step it takes is one of a chain, and no maze without a way out holds it up. What
/// is kept grows with the chains that were asked for, and slowly, not with those that there are.
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
            push(Tail(way: .end(end), length: 0, bound: distance, number: 0))
        }
    }

    /// Whether there is any chain, or any further one.
    package var isEmpty: Bool {
        var rest = self
        return rest.next() == nil
    }

    /// The next shortest chain, or nil after the last.
    package mutating func next() -> Chain? {
        while var tail = popFirst() {
            if !tail.isBegun {
                if tail.length > 0, starts.contains(tail.way.first) { return tail.way.chain }
                guard let left = distance(beyond: tail) else { continue }
                if tail.length + left > tail.bound {
                    // The straight way is barred by the tail itself; its turn comes later.
                    tail.bound = tail.length + left
                    push(tail)
                    continue
                }
            }
            goOn(from: tail)
        }
        return nil
    }

    /// Goes one step further back from a tail, but only to where the way is not longer than it has to be now; for
    /// the rest the tail comes up again. So few tails wait at a time, and not all that branch off.
    private mutating func goOn(from tail: Tail) {
        var later = Int.max
        for (before, bond) in graph.bonds(to: tail.way.first, course) {
            looks += 1
            guard let distance = distances[before] else { continue }
            let bound = tail.length + 1 + distance
            if bound > tail.bound { later = Swift.min(later, bound) }
            guard tail.isBegun ? bound == tail.bound : bound <= tail.bound, !tail.way.contains(before)
            else { continue }
            found += 1
            push(
                Tail(
                    way: .step(before, bond, tail.way), length: tail.length + 1, bound: tail.bound,
                    number: found))
        }
        guard later < .max else { return }
        var rest = tail
        (rest.bound, rest.isBegun) = (later, true)
        push(rest)
    }

    /// How many steps the nearest start is away from the beginning of a tail, without going through the tail; nil
    /// if none can be reached.
    private mutating func distance(beyond tail: Tail) -> Int? {
        if let distance = distances[tail.way.first], leadsStraight(tail) { return distance }
        var seen = Set(tail.way.items)
        var wave = [tail.way.first]
        var steps = 0
        while !wave.isEmpty {
            steps += 1
            var next: [Int] = []
            for here in wave {
                for (before, _) in graph.bonds(to: here, course) where distances[before] != nil {
                    looks += 1
                    guard seen.insert(before).inserted else { continue }
                    if starts.contains(before) { return steps }
                    next.append(before)
                }
            }
            wave = next
        }
        return nil
    }

    /// Whether going always to the first item that is nearer to a start leads to one.
    private mutating func leadsStraight(_ tail: Tail) -> Bool {
        var here = tail.way.first
        while let distance = distances[here], distance > 0 {
            looks += 1
            let nearer = graph.bonds(to: here, course).first {
                distances[$0.item] == distance - 1 && !tail.way.contains($0.item)
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
    let length: Int
    /// How long the whole chain will be at least.
    var bound: Int
    /// When it was found, so that of two equally long the earlier comes first.
    let number: Int
    /// Whether it has already been gone on from to where the way is shorter than `bound`.
    var isBegun = false

    /// Of equally long ones the one nearest to its end goes first: going through them side by side would
    /// take all the chains there are before the first is whole.
    func precedes(_ other: Tail) -> Bool {
        (bound, -length, number) < (other.bound, -other.length, other.number)
    }
}
