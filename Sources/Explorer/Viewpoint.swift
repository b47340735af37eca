import CaseModel

/// What a reader opens whole.
package enum Subject: Hashable, Sendable {
    /// The item at a position.
    case item(Int)
    /// The entry of the bibliography of this number.
    case source(Int)
    /// The chains that lead to the item at a position, opened at the chain of this number, 0 the shortest.
    case trace(Int, chain: Int)
    /// The place of this number.
    case place(Int)
    /// The actor of this number.
    case actor(Int)
    /// The case as a whole.
    case about
    /// A picture of the whole case.
    case chart(Chart)
}

/// Where someone is: enough to be put there again, and nothing of how it looks.
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

/// The places one has been, to go back and forward through as in a browser.
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

    /// Notes that one goes from one place to another; what lay ahead is forgotten.
    mutating func go(from left: Visit, to entered: Visit) {
        visits[here] = left
        guard left.viewpoint != entered.viewpoint else { return }
        visits.removeLast(visits.count - here - 1)
        visits.append(entered)
        here += 1
    }

    /// The place before or after this one, or nil at the ends. The place left is kept as it was left.
    mutating func move(by step: Int, from left: Visit) -> Visit? {
        visits[here] = left
        guard visits.indices.contains(here + step) else { return nil }
        here += step
        return visits[here]
    }
}
