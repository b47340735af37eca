import CaseModel

extension State {
    /// Turns to another chain of the open trace; says so and stays where there is none. A chain is a look at
    /// the same place, so the history does not grow by it.
    mutating func turn(by step: Int) {
        guard case .trace(let position, let chain)? = reader?.subject else { return }
        let wanted = chain + step
        guard wanted >= 0 else {
            notice = Phrases.isFirstChain
            return
        }
        var later = graph.chains(to: position).dropFirst(wanted).makeIterator()
        guard later.next() != nil else {
            notice = Phrases.isLastChain
            return
        }
        reader = Reader(subject: .trace(position, chain: wanted))
        settle()
    }
}
