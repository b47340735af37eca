/// The two sides between which a case is told, such as the two provinces of a border: those on which most actors
/// stand. Of equals the one that the directory names first counts, and that one is the first side too.
package struct Sides: Equatable, Sendable {
    /// Where an actor stands.
    package enum Standing: CaseIterable, Sendable {
        /// On the first side.
        case first
        /// Above both sides, on neither, or on a third.
        case between
        /// On the second side.
        case second
    }

    /// What the first side is called; nil where no actor names a side.
    package let first: Text?
    /// What the second side is called; nil where all that name a side name the same.
    package let second: Text?

    /// The sides of these actors.
    package init(of actors: [Actor]) {
        var counts: [Text: Int] = [:]
        var named: [Text] = []
        for side in actors.compactMap(\.side) {
            if counts[side] == nil { named.append(side) }
            counts[side, default: 0] += 1
        }
        let ranked = named.indices.sorted { left, right in
            let (more, fewer) = (counts[named[left]] ?? 0, counts[named[right]] ?? 0)
            return (-more, left) < (-fewer, right)
        }
        let two = ranked.prefix(2).sorted().map { named[$0] }
        first = two.first
        second = two.count > 1 ? two[1] : nil
    }

    /// Where an actor stands.
    package func standing(of actor: Actor) -> Standing {
        guard let side = actor.side else { return .between }
        if side == first { return .first }
        return side == second ? .second : .between
    }
}
