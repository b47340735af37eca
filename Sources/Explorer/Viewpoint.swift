import CaseModel

/// Something that opens in place of the panes.
package enum Subject: Hashable, Sendable {
    /// The page of an item, source, place or actor.
    case entity(Entity)
    /// The chains that lead to the item at a position, with the chain of this number open, 0 being the best.
    case trace(Int, chain: Int)
    /// The case as a whole.
    case about
    /// A chart of the whole case.
    case chart(Chart)

    /// The page of the item at a position.
    package static func item(_ position: Int) -> Subject { .entity(.item(position)) }
    /// The page of the source of a number.
    package static func source(_ number: Int) -> Subject { .entity(.source(number)) }
    /// The page of the place of a number.
    package static func place(_ number: Int) -> Subject { .entity(.place(number)) }
    /// The page of the actor of a number.
    package static func actor(_ number: Int) -> Subject { .entity(.actor(number)) }
}

/// A place in the explorer: what was chosen, enough to come back to it, and nothing of how it looks.
package struct Viewpoint: Hashable, Sendable {
    /// The positions of the pinned items, in the order in which they were pinned.
    package var pins: [Int]
    /// The query that the panes are filtered by.
    package var filter: String?
    /// The number of the pane that has the focus.
    package var focus: Int
    /// The selected item of each pane.
    package var selections: [Int?]
    /// What is open in the reader.
    package var subject: Subject?
}

/// The places visited so far, to go back and forward through as in a web browser.
struct History: Sendable {
    /// A place as it was left: an open reader keeps its scroll position.
    struct Visit: Equatable, Sendable {
        var viewpoint: Viewpoint
        var reader: Reader?
    }

    private var visits: [Visit]
    private var here = 0

    init(_ start: Visit) {
        visits = [start]
    }

    /// Notes a way from one place to another; places further ahead are forgotten.
    mutating func go(from left: Visit, to entered: Visit) {
        visits[here] = left
        guard left.viewpoint != entered.viewpoint else { return }
        visits.removeLast(visits.count - here - 1)
        visits.append(entered)
        here += 1
    }

    /// The place before or after this one, nil at the ends. The place that is left is kept as it was left.
    mutating func move(by step: Int, from left: Visit) -> Visit? {
        visits[here] = left
        guard visits.indices.contains(here + step) else { return nil }
        here += step
        return visits[here]
    }
}
