import CaseModel

extension State {
    /// Starts in a view, at an item if one is named, instead of at the beginning; the history starts there too.
    package mutating func begin(at position: Int? = nil, in view: ViewName = .browse) {
        if let position { show(position) }
        open(view)
        history = History(visit)
        refresh()
    }

    /// Starts in a view with these items pinned, in this order, at an item if one is named or else at the last
    /// pin. Pins that hide that item are taken off, as the viewpoint then shows.
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

    /// Starts with a subject open in the reader.
    package mutating func begin(reading subject: Subject) {
        reader = Reader(subject: subject)
        history = History(visit)
        refresh()
    }

    /// Opens the overview of the case over the panes for a first-time user, and says how to go on. A notebook with
    /// anything in it shows that its owner has been here before; where nothing can be kept there is no telling, and
    /// the panes stay in front.
    package mutating func welcome() {
        guard keeping == .notebook(Notebook()) else { return }
        open(.overview)
        if notice == nil { notice = Strings.welcome }
    }
}
