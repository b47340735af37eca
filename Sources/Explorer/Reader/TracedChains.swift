import CaseModel

/// The chains that lead to an item, found so far: none is searched for twice.
struct TracedChains: Sendable {
    /// The highest number of a chain that can be opened directly, since all chains before it must be found first.
    static let farthest = 9999

    /// The position of the item.
    let position: Int
    /// The position of the item from which they lead; nil for all drivers.
    let origin: Int?
    /// The number of all chains.
    let count: Chains.Count
    /// False where the chains are none that connect the ends.
    var areConnections: Bool { rest.areConnections }
    private var found: [Chain] = []
    private var rest: Chains

    init(_ graph: CaseGraph, to position: Int, from origin: Int?) {
        (self.position, self.origin) = (position, origin)
        rest = origin.map { graph.chains(from: $0, to: position) } ?? graph.chains(to: position)
        count = rest.count(upTo: Chains.mostCounted)
    }

    /// The chain of a number, 0 for the best; nil beyond the last.
    mutating func chain(_ number: Int) -> Chain? {
        while found.count <= number, let next = rest.next() { found.append(next) }
        return found.indices.contains(number) ? found[number] : nil
    }
}

extension State {
    /// Turns to another chain of the open trace; shows a notice at the ends. All chains of an item are one
    /// viewpoint in the history.
    mutating func turn(by step: Int) {
        guard case .trace(let position, let origin, let number)? = reader?.subject else { return }
        let wanted = number + step
        guard wanted >= 0 else {
            notice = Strings.isFirstChain
            return
        }
        guard chain(wanted, to: position, from: origin) != nil else {
            notice = Strings.isLastChain
            return
        }
        reader = Reader(subject: .trace(position, from: origin, chain: wanted))
        refresh()
    }

    /// True if the open trace has a chain beside the one shown.
    var hasOtherChains: Bool {
        guard case .trace(let position, let origin, _)? = reader?.subject else { return false }
        return traced(to: position, from: origin).count.number > 1
    }

    /// A chain to an item; all chains found on the way are cached.
    @discardableResult mutating func chain(_ number: Int, to position: Int, from origin: Int?) -> Chain? {
        var chains = traced(to: position, from: origin)
        traced = nil
        defer { traced = chains }
        return chains.chain(number)
    }

    /// The chains to an item found so far.
    func traced(to position: Int, from origin: Int?) -> TracedChains {
        if let traced, traced.position == position, traced.origin == origin { return traced }
        return TracedChains(graph, to: position, from: origin)
    }
}
