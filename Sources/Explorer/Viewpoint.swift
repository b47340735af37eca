import CaseModel

/// A view that opens in place of the panes.
package enum Subject: Hashable, Sendable {
    /// The page of an item, source, place or actor.
    case entity(Entity)
    /// The chains to the item at a position, from the item at another one or else from the drivers; the open chain
    /// is counted from 0, the best.
    case trace(Int, from: Int? = nil, chain: Int)
    /// The page on the case.
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

/// A viewpoint: the choices that determine the contents of the screen, without scroll positions.
package struct Viewpoint: Hashable, Sendable {
    /// The positions of the pinned items in the order of pinning.
    package var pins: [Int]
    /// The worst grade of connection with the pins that is shown.
    package var narrowing = Grade.wellFounded
    /// The query of the filter.
    package var filter: String?
    /// The number of the focused pane.
    package var focus: Int
    /// The selected item of each pane.
    package var selections: [Int?]
    /// The view open in place of the panes.
    package var subject: Subject?

    /// True if the same pins and the same filter choose what is shown.
    func hasScope(of other: Viewpoint) -> Bool {
        pins == other.pins && filter == other.filter && narrowing == other.narrowing
    }
}
