import CaseModel

/// The three linked panes: what is pinned, what is selected, and what that is connected to.
struct Browse: Sendable {
    /// One pane's rows and the selection in them.
    struct Column: Sendable {
        var outline: Outline
        /// The position of the selected item; nil in an empty pane.
        var selected: Int?
        /// The first row shown.
        var top = 0
    }

    /// What fills the screen alone.
    enum Zoom: Sendable {
        case pane, strip
    }

    /// The pinned items, first pinned first.
    private(set) var pins: [Connections] = []
    /// What the panes are filtered by.
    private(set) var narrowing: AppliedFilter?
    /// The number of the pane that has the focus.
    var focus = 0
    var columns: [Column]
    /// What the selection of the focused pane is connected to.
    private(set) var brush: Connections?
    var zoom: Zoom?
    /// How far the strip is scrolled, in lines.
    var stripTop = 0

    init(_ graph: CaseGraph) {
        columns = graph.case.panes.indices.map {
            Column(outline: Outline(of: $0, in: graph) { _ in true })
        }
        for pane in columns.indices { columns[pane].selected = columns[pane].outline.item(from: 0, going: 1) }
        focus = columns.firstIndex { $0.selected != nil } ?? 0
        rebrush(in: graph)
    }

    /// The selected item of the focused pane.
    var selected: Int? { columns[focus].selected }

    /// The item that brushing and the strip tell of: the selected one, once the selection has settled.
    var described: Int? { brush?.origin ?? selected }

    /// Whether an item is pinned.
    func isPinned(_ position: Int) -> Bool { pins.contains { $0.origin == position } }

    /// How many items of a pane are connected to the selection (in the focused pane: how many are visible).
    func connectedCount(in pane: Int, of graph: CaseGraph) -> Int {
        guard pane != focus, let brush else { return columns[pane].outline.visible }
        return brush.nearness.keys.count {
            graph.panes[$0] == pane && isCounted($0, in: columns[pane].outline)
        }
    }

    /// Pins these items, and narrows every pane to what is connected with all pins that stand in others.
    mutating func pin(_ positions: [Int], in graph: CaseGraph) {
        pins = positions.map { position in
            pins.first { $0.origin == position } ?? graph.connections(of: position)
        }
        outline(graph)
    }

    /// Shows only what a filter lets through; pinned items stay.
    mutating func narrow(to narrowing: AppliedFilter?, in graph: CaseGraph) {
        self.narrowing = narrowing
        outline(graph)
    }

    /// Lays the rows out that pins and filter let through.
    private mutating func outline(_ graph: CaseGraph) {
        for pane in columns.indices {
            let others = pins.filter { graph.panes[$0.origin] != pane }
            let own = Set(pins.map(\.origin))
            columns[pane].outline = Outline(of: pane, in: graph) { position in
                own.contains(position)
                    || narrowing?.letsThrough(position) != false
                        && others.allSatisfy { $0.includes(position) }
            }
            let outline = columns[pane].outline
            if columns[pane].selected.flatMap({ outline.row(of: $0) }) == nil {
                columns[pane].selected = outline.item(from: 0, going: 1)
            }
        }
    }

    /// SearchResults anew what the selection is connected to; to be called whenever it has changed.
    mutating func rebrush(in graph: CaseGraph) {
        guard brush?.origin != selected else { return }
        brush = selected.map { graph.connections(of: $0) }
        stripTop = 0
    }

    /// The first row of a pane that is connected to the selection.
    func firstConnectedRow(in pane: Int, of graph: CaseGraph) -> Int? {
        guard pane != focus, let brush else { return nil }
        let outline = columns[pane].outline
        return brush.nearness.keys.lazy
            .filter { graph.panes[$0] == pane && isCounted($0, in: outline) }
            .compactMap { outline.row(of: $0) }.min()
    }

    private func isCounted(_ position: Int, in outline: Outline) -> Bool {
        outline.row(of: position).map { !outline.rows[$0].isContext } ?? false
    }
}
