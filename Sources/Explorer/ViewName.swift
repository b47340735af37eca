import CaseModel

extension ViewName {
    /// The name in both languages.
    package var title: Text {
        switch self {
        case .browse: Text(chinese: "浏览", english: "browse")
        case .reader: Text(chinese: "阅读", english: "read")
        case .trace: Text(chinese: "溯源", english: "trace")
        case .chart(let name): name.chart.title
        case .overview: Strings.about
        }
    }
}

extension State {
    /// Opens a view on the selection; does nothing if it would be empty.
    mutating func open(_ view: ViewName) {
        if view == .reader, let page = openChart?.drawing.subject(in: chartContext) { return read(page) }
        if view == .reader, let itemHere { return read(.item(itemHere)) }
        if view.isAboutOneItem, itemHere == nil { return }
        var next = viewpoint
        next.subject = subject(of: view)
        go(to: next)
    }

    /// The subject of a view at the selection; nil for the panes.
    func subject(of view: ViewName) -> Subject? { subject(of: view, at: itemHere) }

    /// The subject of a view at an item, a trace from the pin or the brush that leads there.
    func subject(of view: ViewName, at position: Int?) -> Subject? {
        let subject = subject(of: view, at: position, in: chartContext)
        guard case .trace(let position, _, let chain)? = subject else { return subject }
        return .trace(position, from: traceOrigin(to: position), chain: chain)
    }

    /// The item from which a trace to another one starts: the one pinned last, or else the one that explains its row
    /// where the pane to the left is out of sight, or the selected one that grades it; nil for a trace from the drivers.
    private func traceOrigin(to position: Int) -> Int? {
        if let pin = browse.pins.last(where: { $0.origin != position }) { return pin.origin }
        if graph.panes[position] == browse.focus, let left = browse.reference(of: position),
            left.grade(of: position) != nil
        {
            return left.origin
        }
        guard let brush = browse.brush, brush.grade(of: position) != nil else { return nil }
        return brush.origin
    }

    /// The subject of a view at an item; nil for the panes. A chart opens at its context's selection.
    func subject(of view: ViewName, at position: Int?, in context: ChartContext) -> Subject? {
        switch view {
        case .browse: nil
        case .reader: position.map(Subject.item)
        case .trace: position.map { .trace($0, chain: 0) }
        case .chart(let name): .chart(Chart(name.chart.init(opening: context)))
        case .overview: .about
        }
    }

    /// The item of the open view, or else the one selected in the panes.
    var itemHere: Int? {
        switch reader?.subject {
        case .entity(.item(let position))?, .trace(let position, _, _)?: position
        case .chart?, nil: browse.selected
        case .entity?, .about?: nil
        }
    }
}
