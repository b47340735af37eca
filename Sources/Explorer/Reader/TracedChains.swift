import CaseModel

/// The chains that lead to an item, as far as one has turned through them: none is looked for twice.
struct TracedChains: Sendable {
    /// The number of the last chain that can be gone to without turning through those before it.
    static let farthest = 9999

    /// The position of the item.
    let position: Int
    private var found: [Chain] = []
    private var rest: Chains

    init(_ graph: CaseGraph, to position: Int) {
        self.position = position
        rest = graph.chains(to: position)
    }

    /// The chain of a number, 0 being the shortest, and whether it is the last; nil if there are not so many.
    mutating func chain(_ number: Int) -> (chain: Chain, isLast: Bool)? {
        while found.count <= number + 1, let next = rest.next() { found.append(next) }
        guard found.indices.contains(number) else { return nil }
        return (found[number], isLast: number == found.count - 1)
    }
}
