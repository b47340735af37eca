import CaseModel

extension State {
    /// Turns to another chain of the open trace; says so and stays where there is none. A chain is a look at
    /// the same place, so the history does not grow by it.
    mutating func turn(by step: Int) {
        guard case .trace(let position, let number)? = reader?.subject else { return }
        let wanted = number + step
        guard wanted >= 0 else {
            notice = Strings.isFirstChain
            return
        }
        guard chain(wanted, to: position) != nil else {
            notice = Strings.isLastChain
            return
        }
        reader = Reader(subject: .trace(position, chain: wanted))
        refresh()
    }

    /// A chain to an item, which is then known to those that only look.
    @discardableResult mutating func chain(_ number: Int, to position: Int) -> (chain: Chain, isLast: Bool)? {
        var chains = traced(to: position)
        traced = nil
        defer { traced = chains }
        return chains.chain(number)
    }

    /// The chains to an item, as far as they are known.
    func traced(to position: Int) -> TracedChains {
        if let traced, traced.position == position { return traced }
        return TracedChains(graph, to: position)
    }
}
