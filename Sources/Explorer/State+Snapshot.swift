import CaseModel

extension State {
    /// Starts in a view with these items pinned, in this order, at an item if one is named or else at the last
    /// pin. Pins that hide that item are off: the viewpoint tells.
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

    /// Starts with this open to be read.
    package mutating func begin(reading subject: Subject) {
        reader = Reader(subject: subject)
        history = History(visit)
        refresh()
    }
}
