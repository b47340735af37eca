import CaseModel

extension State {
    /// Starts in a view, at an item if one is given; the history starts there too.
    package mutating func begin(at position: Int? = nil, in view: ViewName = .browse) {
        if let position { show(position) }
        open(view)
        history = History(visit)
        refresh()
    }

    /// Starts in a view with items pinned in this order, at an item if one is given, else at the last pin. Pins
    /// that hide the item are removed, as the viewpoint then shows.
    package mutating func begin(at position: Int?, pinning pins: [Int], in view: ViewName) {
        var start = viewpoint
        for pin in pins where !start.pins.contains(pin) {
            start.pins.append(pin)
            start.focus = graph.panes[pin]
            start.selections[start.focus] = pin
        }
        go(to: start)
        begin(at: position, in: view)
    }

    package mutating func begin(reading subject: Subject) {
        reader = Reader(subject: subject)
        history = History(visit)
        refresh()
    }

    /// Shows new users a card on the panes, and returning ones how to get back to where
    /// they were. A notebook with any content shows that the user has been here before; without a notebook that is
    /// unknown, and nothing is shown.
    package mutating func welcome() {
        guard case .notebook(let notebook) = notebookAvailability else { return }
        if notebook == Notebook() {
            browse.showsCard = true
            refresh()
        } else if notebook.lastPlace != nil {
            aside = Strings.placeKept
        }
    }
}
