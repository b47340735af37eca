import CaseModel

/// Where a talk broke off, at a step of the tour that is presented now.
package struct Resumption: Equatable, Sendable {
    /// The number of the step, from 0.
    package var step: Int
    package var revealed: Int

    package init(step: Int, revealed: Int) {
        (self.step, self.revealed) = (step, revealed)
    }
}

extension State {
    /// Offers to go on where the last talk on this tour broke off; an offer beyond the tour is ignored.
    package mutating func offer(_ resumption: Resumption) {
        guard (0..<stepCount).contains(resumption.step) else { return }
        self.resumption = resumption
        aside = offer
    }

    /// The words of the offer to go on; nil where there is none.
    var offer: Text? {
        resumption.map { resumption in
            let key = KeyTable.key(.talk(.resume), in: .presenting)
            return Strings.brokenOff(at: resumption.step + 1, of: stepCount, key)
        }
    }

    /// Goes on where the last talk on this tour broke off.
    package mutating func resumeTalk() -> [Effect] {
        guard let resumption else { return [] }
        // The offer is not to be read once it has been taken.
        if let offer { asides.removeAll { $0 == offer } }
        self.resumption = nil
        goTo(step: resumption.step)
        let points = step?.points.count ?? 0
        talk?.revealed = min(max(0, resumption.revealed), points)
        talk?.top = .max
        refresh()
        followPoints(since: nil)
        notice = Strings.goneOn(from: resumption.step + 1, of: stepCount)
        return [.resumed]
    }
}
