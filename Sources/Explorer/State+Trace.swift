import CaseModel

extension State {
    /// Opens the chains that lead to the item being read, or else to the selected one.
    mutating func trace() {
        let position: Int?
        switch reader?.subject {
        case .item(let read)?, .trace(let read, _)?: position = read
        case .source?, .place?, .actor?, .about?: position = nil
        case nil: position = browse.selected
        }
        guard let position else { return }
        var next = viewpoint
        next.subject = .trace(position, chain: 0)
        go(to: next)
    }

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
