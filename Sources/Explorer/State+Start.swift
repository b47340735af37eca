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

    /// Starts in a view, at something if it is given; the panes themselves need no start.
    package mutating func begin(at entity: Entity?, in view: ViewName) {
        if let entity {
            begin(at: entity, pinning: [], in: view)
        } else if view != .browse {
            begin(at: nil as Int?, in: view)
        }
    }

    /// Starts in a view at an item, or at a source, place or actor: a chart opens with it selected if it shows it, and the
    /// other views give way to its page.
    package mutating func begin(at entity: Entity, pinning pins: [Int], in view: ViewName) {
        if case .item(let position) = entity { return begin(at: position, pinning: pins, in: view) }
        begin(at: nil, pinning: pins, in: .browse)
        switch view {
        case .browse, .reader, .trace: begin(reading: .entity(entity))
        case .overview: begin(reading: .about)
        case .chart(let name):
            var context = chartContext
            (context.selected, context.subject) = (nil, .entity(entity))
            begin(reading: .chart(Chart(name.chart.init(opening: context))))
        }
    }

    private mutating func begin(reading subject: Subject) {
        reader = Reader(subject: subject)
        history = History(visit)
        refresh()
    }

    /// Shows new users a card on the panes, and those who return to the panes how to get back to where they were. Who
    /// begins at an item or in another view sees that first, and the card at the next start.
    ///
    /// A notebook with any content shows that the user has been here before, unless its last place says that the card
    /// is due; without a notebook that is unknown, and nothing is shown.
    package mutating func welcome(atItem: Bool = false) {
        guard case .notebook(let notebook) = notebookAvailability else { return }
        let isAnywhere = openView == .browse && !atItem
        if notebook == Notebook() || notebook.lastPlace.map(Viewpoint.hasCard) == true {
            (browse.showsCard, browse.isCardDue) = (isAnywhere, !isAnywhere)
            refresh()
        }
        if isAnywhere, notebook.lastPlace != nil { asides.append(Strings.placeKept) }
    }
}
