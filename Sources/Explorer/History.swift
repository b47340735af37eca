/// The visited viewpoints, to go back and forward through as in a web browser, the latest of them only: a screen
/// that stays open for weeks takes no more memory for it.
struct History: Sendable {
    /// The number of viewpoints that are kept.
    static let limit = 200

    /// A viewpoint when it was left; an open reader keeps its scroll position.
    struct Visit: Equatable, Sendable {
        var viewpoint: Viewpoint
        var reader: Reader?
    }

    private struct Entry {
        var visit: Visit
        /// True for a change within a view, such as of the filter: who leaves the view passes over it.
        let isWithinView: Bool
    }

    private var entries: [Entry]
    private var here = 0

    init(_ start: Visit) {
        entries = [Entry(visit: start, isWithinView: false)]
    }

    /// The history with each entry replaced by another.
    func mapped(_ transform: (Visit) -> Visit) -> History {
        var history = self
        for number in entries.indices { history.entries[number].visit = transform(entries[number].visit) }
        return history
    }

    /// Adds a move between viewpoints; viewpoints further ahead are dropped.
    mutating func go(from left: Visit, to entered: Visit, isWithinView: Bool = false) {
        entries[here].visit = left
        guard left.viewpoint != entered.viewpoint else { return }
        entries.removeLast(entries.count - here - 1)
        entries.append(Entry(visit: entered, isWithinView: isWithinView))
        entries.removeFirst(max(0, entries.count - Self.limit))
        here = entries.count - 1
    }

    /// The previous or next viewpoint, nil at the ends. The present one is stored as it was left.
    mutating func move(by step: Int, from left: Visit) -> Visit? {
        entries[here].visit = left
        guard entries.indices.contains(here + step) else { return nil }
        here += step
        return entries[here].visit
    }

    /// The viewpoint from which the present view was opened, nil for the first view. The present one is stored as it was
    /// left.
    mutating func leaveView(from left: Visit) -> Visit? {
        let opened = entries[...here].lastIndex { !$0.isWithinView } ?? 0
        guard opened > 0 else { return nil }
        entries[here].visit = left
        here = opened - 1
        return entries[here].visit
    }
}
