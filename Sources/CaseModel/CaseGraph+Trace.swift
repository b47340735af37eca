/// One way from an item down to another: what follows from what, step by step.
public struct Chain: Hashable, Sendable {
    /// What leads from one item of a chain to the next.
    public enum Bond: Hashable, Sendable {
        /// A link, stated by either of the two.
        case link(CaseGraph.Edge)
        /// The next item stands under this one.
        case parent
        /// This item stands under the next one.
        case child
    }

    /// The positions of the items, in a chain that only leads downstream upstream first; never empty.
    public let items: [Int]
    /// What leads from each item to the next; one fewer than the items.
    public let bonds: [Bond]

    /// How many bonds the chain has.
    public var length: Int { bonds.count }
}

/// The chains between items, found one by one as they are asked for, shortest first.
///
/// There may be more chains than could ever be listed, so none is looked for before its turn. The search goes
/// back from the end; because it knows of every item how far the nearest start is, it follows no way that
/// leads nowhere, and each chain costs its own length times the links along it (A* over simple paths; see
/// Hart, Nilsson and Raphael, 1968).
public struct Chains: Sequence, IteratorProtocol {
    /// Which bonds chains are made of.
    enum Course: Sendable {
        /// Those that lead downstream.
        case downstream
        /// Links, whichever way they lead.
        case links
        /// All there are, whichever way they lead.
        case anyWay
    }

    /// A part of a chain, from some item down to the end.
    private struct Tail {
        let items: [Int]
        let bonds: [Chain.Bond]
        /// How long the whole chain will be at least.
        let bound: Int
        /// When it was found, so that of two equally long the earlier comes first.
        let number: Int

        /// Of equally long ones the one nearest to its end goes first: going through them side by side would
        /// take all the chains there are before the first is whole.
        func precedes(_ other: Tail) -> Bool {
            (bound, -bonds.count, number) < (other.bound, -other.bonds.count, other.number)
        }
    }

    private let graph: CaseGraph
    private let starts: Set<Int>
    private let course: Course
    private let distances: [Int: Int]
    private var open: [Tail] = []
    private var found = 0

    /// The chains that lead from any of `starts` to `end`.
    init(_ graph: CaseGraph, from starts: Set<Int>, to end: Int, _ course: Course = .downstream) {
        self.graph = graph
        self.starts = starts
        self.course = course
        distances = graph.distances(from: starts, to: end, course)
        if let distance = distances[end] {
            push(Tail(items: [end], bonds: [], bound: distance, number: 0))
        }
    }

    /// Whether there is any chain, or any further one.
    public var isEmpty: Bool {
        var rest = self
        return rest.next() == nil
    }

    /// The next shortest chain, or nil after the last.
    public mutating func next() -> Chain? {
        while let tail = popFirst() {
            let here = tail.items[tail.items.count - 1]
            if starts.contains(here), tail.items.count > 1 {
                return Chain(items: tail.items.reversed(), bonds: tail.bonds.reversed())
            }
            for (before, bond) in graph.bonds(to: here, course) {
                guard let distance = distances[before], !tail.items.contains(before) else { continue }
                found += 1
                push(
                    Tail(
                        items: tail.items + [before], bonds: tail.bonds + [bond],
                        bound: tail.bonds.count + 1 + distance, number: found))
            }
        }
        return nil
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
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < open.count }
            guard let least = children.min(by: { open[$0].precedes(open[$1]) }),
                open[least].precedes(open[parent])
            else { return first }
            open.swapAt(parent, least)
            parent = least
        }
    }
}

extension CaseGraph {
    /// The chains that lead from policy drivers, or whatever plays that role, down to an item.
    public func chains(to position: Int) -> Chains {
        let drivers = `case`.items.indices.filter { kind(of: $0)?.role == .driver && $0 != position }
        return Chains(self, from: Set(drivers), to: position)
    }

    /// The chains by which two items hang together: those that lead from the one down to the other, or else from
    /// the other down to the one, or else, from the one to the other, those that turn on the way, as between two
    /// projects of one agreement. That two items stand under the same one is told only where no links join them.
    public func chains(from start: Int, to end: Int) -> Chains {
        let down = Chains(self, from: [start], to: end)
        guard down.isEmpty else { return down }
        let up = Chains(self, from: [end], to: start)
        guard up.isEmpty else { return up }
        let links = Chains(self, from: [start], to: end, .links)
        return links.isEmpty ? Chains(self, from: [start], to: end, .anyWay) : links
    }

    /// Whether every bond of a chain is a link for which a source is named. Where an item stands in the case
    /// is the case author's reading.
    public func isSourced(_ chain: Chain) -> Bool {
        chain.bonds.allSatisfy { bond in
            switch bond {
            case .link(let edge): !link(edge).isInterpretation
            case .parent, .child: false
            }
        }
    }

    /// Which way a bond of a chain leads; nil where it carries no influence.
    public func direction(of bond: Chain.Bond, to next: Int) -> Direction? {
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
    public func bonds(downstreamOf position: Int) -> [(item: Int, bond: Chain.Bond)] {
        let stated = outgoing[position].filter { $0.flow == .forward }.map { ($0.to, Chain.Bond.link($0)) }
        let named = incoming[position].filter { $0.flow == .backward }.map { ($0.from, Chain.Bond.link($0)) }
        return stated + named + children[position].map { ($0, .parent) }
    }

    /// The items from which one step leads to an item, each with the bond.
    fileprivate func bonds(to position: Int, _ course: Chains.Course) -> [(item: Int, bond: Chain.Bond)] {
        let isDownstream = course == .downstream
        var result: [(item: Int, bond: Chain.Bond)] = []
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

    /// How many steps each item from which `end` can be reached is away from the nearest of `starts`.
    fileprivate func distances(from starts: Set<Int>, to end: Int, _ course: Chains.Course) -> [Int: Int] {
        var before: Set<Int> = [end]
        var frontier = [end]
        while let here = frontier.popLast() {
            for bond in bonds(to: here, course) where before.insert(bond.item).inserted {
                frontier.append(bond.item)
            }
        }
        var distances: [Int: Int] = [:]
        var wave = starts.intersection(before).sorted()
        for start in wave { distances[start] = 0 }
        while !wave.isEmpty {
            var next: [Int] = []
            for here in wave {
                // Whichever way one may go, one may also go back.
                let after =
                    course == .downstream
                    ? steps(from: here, .downstream) : bonds(to: here, course).map(\.item)
                for after in after where before.contains(after) {
                    guard distances[after] == nil, let distance = distances[here] else { continue }
                    distances[after] = distance + 1
                    next.append(after)
                }
            }
            wave = next
        }
        return distances
    }
}
